import { decapParts as parts } from '../decap/decap-parts.ts';

/** Brings an item that was just added to a list into view, and the cursor into its first field. */
export function showNewItems(root: HTMLElement): void {
  const onClick = ({ target }: Event) => {
    const list = target instanceof Element ? target.closest(parts.addButton)?.closest(parts.field) : null;
    if (list) showNext(list);
  };
  // Before React hears of it.
  root.addEventListener('click', onClick, { capture: true });
}

function showNext(list: Element): void {
  const before = new Set(list.querySelectorAll(parts.listItem));
  const observer = new MutationObserver(() => {
    // A list that was folded draws its other items only now; the new one is the last.
    const added = [...list.querySelectorAll(parts.listItem)].filter((item) => !before.has(item)).at(-1);
    if (!added) return;
    stop();
    const first = added.querySelector<HTMLElement>(typeable);
    (first?.closest(parts.field) ?? added).scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, patienceMs);
  observer.observe(list, { childList: true, subtree: true });
}

const typeable = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
/** A list that adds nothing, as one that is full, is not waited for. */
const patienceMs = 3_000;
