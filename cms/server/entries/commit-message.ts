import type { CollectionName } from '../../../src/schema/collections.ts';
import type { Trailer } from '../repository/objects/commit.ts';
import { oneLine } from '../drafts/draft-state.ts';
import { commitMessages } from '../messages/commit-messages.ts';

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
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

const most = 40;

export type EntryChange = 'added' | 'updated' | 'renamed' | 'deleted' | 'published' | 'unpublished';
