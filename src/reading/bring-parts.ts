/// <reference types="vite/client" />
// Bundled whole into files of their own: Vite's helper for parts of a page's program would cost each page a kilobyte.
import parts from './parts-program.ts?worker&url';
import plans from './plans-program.ts?worker&url';

/**
 * Programs for parts of a page, fetched when one that they serve is nearly seen, or the menu of sharing is opened;
 * without them the page is as it was written.
 */
for (const [program, selector] of [
  [parts, '.checklist,.task-list,.table-scroll'],
  [plans, '.timeline,.diagram'],
] as const) {
  const bring = (): void => {
    watch.disconnect();
    import(/* @vite-ignore */ program).catch(() => 0);
  };
  const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && bring(), {
    rootMargin: '300px',
  });
  for (const part of document.querySelectorAll(selector)) watch.observe(part);
  if (program === parts)
    for (const [name, target] of [
      ['toggle', document.querySelector('.share-more')],
      ['scroll', window],
    ] as const)
      target?.addEventListener(name, bring, { once: true });
}
