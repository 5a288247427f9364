import type { BoardDraft } from '../../protocol/entry-shapes.ts';
import type { Client } from './client.ts';

/** Cache of all drafts and their texts, read in one request; Decap asks for each draft twice. */
export function createBoard(client: Client, onUnreadable: OnUnreadable): Board {
  let entries = new Map<string, BoardDraft>();
  return {
    load: async () => {
      const all = await client.act('unpublishedBoard', {});
      tellUnreadable(all, onUnreadable);
      const answer = all.filter((entry) => entry.data !== null);
      entries = new Map(answer.map((entry) => [entry.id, entry]));
      return answer;
    },
    entry: (id: string) => entries.get(id),
    // Removed when read: a draft that is opened later is read from the server.
    consumeText: (id: string, path: string): { text: string; revision: string } | undefined => {
      const entry = entries.get(id);
      const revision = entry?.diffs.find((diff) => diff.path === path)?.id;
      if (!entry || revision === undefined) return undefined;
      entries.delete(id);
      return { text: entry.data, revision };
    },
    forget: () => entries.clear(),
  };
}

/** Lists go on without what the server cannot read; the person is told its name. */
export function tellUnreadable(
  items: readonly ({ error?: string | undefined } | BoardDraft)[],
  onUnreadable: OnUnreadable,
): void {
  const sentences = items.flatMap((item) => ('error' in item ? (item.error ?? []) : []));
  if (sentences.length > 0) onUnreadable?.(sentences);
}

/** Told in Japanese what the server could not read. */
export type OnUnreadable = ((sentences: readonly string[]) => void) | undefined;

export interface Board {
  load(): Promise<BoardDraft[]>;
  /** As it was listed. */
  entry(id: string): BoardDraft | undefined;
  /** The text of a listed draft; undefined when it is asked for again, so that the server is asked. */
  consumeText(id: string, path: string): { text: string; revision: string } | undefined;
  /** To be called before a change: the listed drafts are out of date then. */
  forget(): void;
}
