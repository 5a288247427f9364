/** Calls `look` once after each batch of changes below `root`; what `look` itself changes does not count. */
export function watchMarkup(root: HTMLElement, look: () => void): { lookAgain(): void } {
  let isPlanned = false;
  const watched: MutationObserverInit = { childList: true, characterData: true, subtree: true };
  const observer = new MutationObserver(() => plan());
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(() => {
      isPlanned = false;
      look();
      observer.takeRecords();
    });
  };
  observer.observe(root, watched);
  return { lookAgain: plan };
}
