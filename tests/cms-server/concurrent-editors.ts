import type { Visitor } from './sample-server.ts';
import { revisionOf, saveQa } from './requests.ts';
import { qaPath, qaText } from './sample-repository.ts';

/**
 * Editors who save concurrently, each an entry of their own, and save again as soon as the last save is answered. Every
 * third editor saves without the workflow, which publishes directly.
 */
export async function saveConcurrently(visitors: readonly Visitor[], milliseconds: number): Promise<SavedText[]> {
  const end = performance.now() + milliseconds;
  const saved = await Promise.all(
    visitors.map(async (visitor, editor) => {
      const id = editorId(editor);
      const own: SavedText[] = [];
      const useWorkflow = editor % 3 !== 0;
      let revision = await revisionOf(visitor, qaPath(id));
      for (let turn = 0; performance.now() < end; turn += 1) {
        const text = qaText(id, { question: questionOf(editor), body: `${editor}人目の${turn}回目の保存です。` });
        const started = performance.now();
        const answer = await visitor.act('persistEntry', saveQa(id, text, { revision, useWorkflow }));
        own.push({
          id,
          editor,
          turn,
          text,
          useWorkflow,
          status: answer.status,
          answer: answer.text,
          milliseconds: performance.now() - started,
        });
        revision = (answer.body as { revisions?: Record<string, string> }).revisions?.[qaPath(id)] ?? revision;
      }
      return own;
    }),
  );
  return saved.flat();
}

function editorId(editor: number): string {
  return `edit${String(editor).padStart(4, '0')}`;
}

function questionOf(editor: number): string {
  return `${editor}番目の庁舎の引越しで、業者はいつまでに決めればよいですか。`;
}

export interface SavedText {
  id: string;
  editor: number;
  turn: number;
  text: string;
  useWorkflow: boolean;
  status: number;
  answer: string;
  milliseconds: number;
}
