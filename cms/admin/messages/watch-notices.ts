import { session } from '../../protocol/session.ts';

/**
 * Says what everybody who edits should know, such as that a publication could not be built, when it becomes so; what
 * was said when the desk opened is not said again.
 */
export function watchNotices({ base, said, say, fetch, every = halfMinute }: NoticeOptions): () => void {
  let last = said;
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    const response = await fetch(`${base}api/cms/session`, { headers: { Accept: 'application/json' } });
    if (!response.ok) return;
    const { signedIn, notice } = looked.parse(await response.json());
    if (!signedIn || notice === last) return;
    last = notice;
    if (notice !== null) say(notice);
  };
  // A line that is cut is said where somebody does something.
  const timer = setInterval(() => void look().catch(() => undefined), every);
  return () => clearInterval(timer);
}

const looked = session.pick({ signedIn: true, notice: true });

/** Milliseconds. */
const halfMinute = 30_000;

interface NoticeOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  /** What is on the screen already. */
  said: string | null;
  say: (notice: string) => void;
  fetch: typeof globalThis.fetch;
  every?: number;
}
