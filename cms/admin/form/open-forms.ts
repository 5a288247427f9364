/**
 * Which forms are open in some tab of this browser, so that no other tab offers their backups. Browsers lend locks,
 * which end with their tab, to secure pages alone; over plain HTTP the tabs ask one another.
 */

/** Marks a form as open in this tab until the result is called or the tab ends. */
export function markOpen(id: string): () => void {
  openHere.add(id);
  if (!navigator.locks) listenToTabs();
  let release = (): void => undefined;
  const closed = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(lockPrefix + id, () => closed);
  return () => {
    openHere.delete(id);
    release();
  };
}

export async function listOpenForms(): Promise<Set<string>> {
  if (!navigator.locks) return askTabs();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name.replace(lockPrefix, '')));
}

/** Other tabs that do not answer in time are closed, or asleep. */
async function askTabs(): Promise<Set<string>> {
  const open = new Set(openHere);
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => data.open?.forEach((id) => open.add(id)));
  channel.postMessage({ isQuestion: true } satisfies Said);
  await new Promise((resolve) => setTimeout(resolve, answerMs));
  channel.close();
  return open;
}

function listenToTabs(): void {
  if (listening) return;
  listening = new BroadcastChannel(channelName);
  listening.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.isQuestion) listening?.postMessage({ open: [...openHere] } satisfies Said);
  });
}

const openHere = new Set<string>();
let listening: BroadcastChannel | undefined;
const lockPrefix = 'kenjinkai-form ';
const channelName = 'kenjinkai-forms';
/** A tab in the background takes its time. */
const answerMs = 500;

interface Said {
  isQuestion?: true;
  open?: string[];
}
