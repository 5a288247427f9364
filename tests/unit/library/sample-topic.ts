import type { LibraryTopic } from '../../../src/library/topics.ts';

export function sampleTopic(id: string, children: LibraryTopic[] = [], own: Partial<LibraryTopic> = {}): LibraryTopic {
  return {
    id,
    name: id,
    kana: 'わだい',
    order: 1,
    description: '',
    redirectFrom: [],
    fileVersion: '',
    children,
    ...own,
  };
}
