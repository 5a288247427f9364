/** Marks in the contents beside a wide page the part that is being read. */
const contents = document.querySelector<HTMLElement>('[data-contents]');
const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
const parts = links.flatMap((link) => {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return target ? [{ link, target }] : [];
});

/** The last part whose heading has passed the upper third of the window. */
function mark(): void {
  const line = window.innerHeight / 3;
  const passed = parts.filter(({ target }) => target.getBoundingClientRect().top <= line).at(-1);
  for (const { link } of parts) {
    if (link === passed?.link) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

let isWaiting = false;
function markSoon(): void {
  // On a narrow page it is not shown.
  if (isWaiting || contents?.getClientRects().length === 0) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    mark();
  });
}

window.addEventListener('scroll', markSoon, { passive: true });
window.addEventListener('resize', markSoon);
markSoon();
