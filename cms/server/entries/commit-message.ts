import type { CollectionName } from '../../../src/schema/collections.ts';
import { commitMessages } from '../messages/commit-messages.ts';
import type { Trailer } from '../repository/objects/commit.ts';

/** 「質問を更新：庁舎を移転するとき…」, then what people and the server need to know about it later. */
export function writeMessage(subject: string, trailers: readonly Trailer[]): string {
  const lines = trailers.map(({ key, value }) => `${key}: ${oneLine(value)}`);
  return lines.length === 0 ? `${oneLine(subject)}\n` : `${oneLine(subject)}\n\n${lines.join('\n')}\n`;
}

export function entrySubject(change: EntryChange, collection: CollectionName, title: string): string {
  return commitMessages[change](commitMessages.nouns[collection], shortenTitle(title));
}

/** As much of a title as fits a list of commits. */
export function shortenTitle(title: string): string {
  const characters = [...oneLine(title)];
  return characters.length > maxTitleCharacters
    ? `${characters.slice(0, maxTitleCharacters).join('')}…`
    : characters.join('');
}

const maxTitleCharacters = 40;

/** One line that no trailer can be smuggled into. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

export function signedBy({ login }: { login: string }): Trailer[] {
  return [{ key: editorTrailer, value: login }];
}

export const editorTrailer = 'CMS-Editor';
export const resolutionTrailer = 'CMS-Resolution';
export const entryTrailer = 'CMS-Entry';

export type EntryChange = 'added' | 'updated' | 'renamed' | 'deleted' | 'published' | 'unpublished';
