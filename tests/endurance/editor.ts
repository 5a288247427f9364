import { draftOf, saveQa } from '../cms-server/requests.ts';
import { qaPath, qaText } from '../cms-server/sample-repository.ts';
import { createVisitor, type Answer, type Visitor } from '../cms-server/sample-server.ts';
import type { Random } from '../random.ts';

/** Somebody at the desk who writes entries of their own, and knows what the server said it has kept. */
export function createEditor({ login, password, port, random, number, tally }: EditorParts): Editor {
  const visitor = createVisitor(port, new URL(`http://localhost:${port}`), '/');
  const entries: KnownEntry[] = [];
  let turn = 0;

  /** Every answer but success means that nothing was changed; no answer at all means that nobody knows. */
  async function act(action: string, params: object): Promise<Answer | 'unknown'> {
    try {
      const answer = await withSession(visitor, login, password, () => visitor.act(action, params));
      const { code } = (answer.body ?? {}) as { code?: string };
      tally(answer.status === 200 ? 'done' : `${answer.status} ${code ?? ''}`);
      return answer;
    } catch {
      tally('no answer');
      return 'unknown';
    }
  }

  async function save(entry: KnownEntry, useWorkflow: boolean): Promise<void> {
    turn += 1;
    const text = qaText(entry.id, {
      question: `${number}番の編集者の${entry.id}は、いつまでに何を決めますか。`,
      body: `${turn}回目の本文です。`,
    });
    const side = useWorkflow ? 'draft' : 'published';
    const revision = entry.revision;
    entry.possible = { side, text };
    const answer = await act('persistEntry', saveQa(entry.id, text, { revision, useWorkflow }));
    if (answer === 'unknown') return learn(entry);
    entry.possible = undefined;
    if (answer.status !== 200) return answer.status === 503 ? undefined : learn(entry);
    entry[side] = text;
    entry.revision = (answer.body as { revisions: Record<string, string> }).revisions[qaPath(entry.id)] ?? null;
    if (!entries.includes(entry)) entries.push(entry);
  }

  async function publish(entry: KnownEntry): Promise<void> {
    for (const newStatus of ['pending_review', 'pending_publish']) {
      const answer = await act('updateUnpublishedEntryStatus', { ...draftOf(entry.id), newStatus });
      if (answer === 'unknown' || answer.status !== 200) return;
    }
    entry.possible = { side: 'published', text: entry.draft ?? '' };
    const answer = await act('publishUnpublishedEntry', draftOf(entry.id));
    if (answer === 'unknown') return learn(entry);
    entry.possible = undefined;
    if (answer.status !== 200) return;
    entry.published = entry.draft;
    entry.draft = undefined;
  }

  /** Asks until the server answers what has become of it; a text that it told of must be there. */
  async function learn(entry: KnownEntry): Promise<void> {
    for (;;) {
      const published = await act('getEntry', { path: qaPath(entry.id) });
      const draft = await act('unpublishedEntryDataFile', {
        ...draftOf(entry.id),
        path: qaPath(entry.id),
        id: qaPath(entry.id),
      });
      if (
        published === 'unknown' ||
        draft === 'unknown' ||
        published.status !== 200 ||
        ![200, 404].includes(draft.status)
      ) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        continue;
      }
      const { data, revision } = published.body as { data: string | null; revision: string | null };
      const found = { published: data ?? undefined, draft: undefined as string | undefined };
      entry.revision = revision;
      if (draft.status === 200) {
        const file = draft.body as { data: string; revision: string };
        found.draft = file.data;
        entry.revision = file.revision;
      }
      settle(entry, found);
      return;
    }
  }

  function settle(entry: KnownEntry, found: Pick<KnownEntry, 'published' | 'draft'>): void {
    const { possible } = entry;
    const isAsBefore = found.published === entry.published && found.draft === entry.draft;
    const isDone = possible !== undefined && found[possible.side] === possible.text;
    entry.possible = undefined;
    // What is neither is left as it was told, and the next check reports it.
    if (!isAsBefore && !isDone) return;
    entry.published = found.published;
    entry.draft = found.draft;
    const isKnown = found.published !== undefined || found.draft !== undefined;
    if (isKnown && !entries.includes(entry)) entries.push(entry);
  }

  return {
    entries,
    step: async () => {
      const withDraft = entries.filter(({ draft }) => draft !== undefined);
      const direct = entries.filter(({ draft }) => draft === undefined);
      const choice = random.pick([
        ['new', 4],
        ['new draft', 2],
        ['edit', direct.length > 0 ? 2 : 0],
        ['edit draft', withDraft.length > 0 ? 1 : 0],
        ['publish', withDraft.length > 0 ? 2 : 0],
      ] as const);
      const known = (list: KnownEntry[]): KnownEntry => random.pick(list.map((entry) => [entry, 1] as const));
      if (choice === 'edit') return save(known(direct), false);
      if (choice === 'edit draft') return save(known(withDraft), true);
      if (choice === 'publish') return publish(known(withDraft));
      const id = `e${number}${String(turn).padStart(6, '0')}`;
      return save(
        { id, revision: null, published: undefined, draft: undefined, possible: undefined },
        choice === 'new draft',
      );
    },
  };
}

async function withSession(
  visitor: Visitor,
  login: string,
  password: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await work();
  const { code } = (answer.body ?? {}) as { code?: string };
  // The server was started anew.
  if (code !== 'token' && code !== 'signed-out') return answer;
  await visitor.login(login, password);
  return work();
}

export interface KnownEntry {
  id: string;
  revision: string | null;
  /** What the server said is published. */
  published: string | undefined;
  /** What the server said stands in its draft. */
  draft: string | undefined;
  /** What was asked for and never answered. */
  possible: { side: 'published' | 'draft'; text: string } | undefined;
}

interface EditorParts {
  login: string;
  password: string;
  port: number;
  random: Random;
  number: number;
  tally: (what: string) => void;
}

export interface Editor {
  entries: readonly KnownEntry[];
  step: () => Promise<void>;
}
