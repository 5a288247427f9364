import { HttpError } from '../http-error.ts';
import { openContentReader } from '../repository/content-reader.ts';
import { createContentCheck } from '../validate.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

/** Reads a repository by itself, keeps the parsed entries, and answers what a server asks of a thread. */
export async function openChecks(
  { root, mediaFolder }: ThreadData,
  send: (message: FromThread) => void,
): Promise<Checks> {
  const reader = await openContentReader(root);
  const checker = createContentCheck(reader, mediaFolder, () => send({ kind: 'reading-done' }));
  return {
    answer: async (message) => {
      try {
        if (message.kind === 'check')
          return { kind: 'checked', content: await checker.check(message.change, message.today) };
        // What cannot be read is read again, and told, when somebody saves.
        await checker.warmUp(message.tree, message.today).catch(() => undefined);
        return { kind: 'ready' };
      } catch (error) {
        if (!(error instanceof HttpError))
          return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'failed' };
        const { status, code, message: sentence, details, retryAfter } = error;
        return { kind: 'refused', refusal: { status, code, message: sentence, details, retryAfter } };
      }
    },
    close: reader.close,
  };
}

interface Checks {
  answer: (message: ToThread) => Promise<FromThread>;
  /** Ends the Git command that reads. */
  close: () => void;
}
