import { checklistWords as words } from '../strings/reading.ts';

/** A list as text for chats and mail, each item with its box, what stands below another item moved in. */
export function writeChecklist(title: string, items: readonly CopiedItem[], url: string): string {
  const lines = items.map(
    ({ text, depth, isTicked }) => `${'　'.repeat(depth)}${isTicked ? words.done : words.open} ${text}`,
  );
  return [title, ...lines, url].filter((line) => line !== '').join('\n');
}

export interface CopiedItem {
  text: string;
  depth: number;
  isTicked: boolean;
}
