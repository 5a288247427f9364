import type { Ask } from './rank-in-browser.ts';

export async function open(): Promise<Ask> {
  const pagefind = (await import(/* @vite-ignore */ new URL('/pagefind/pagefind.js', location.href).href)) as Pagefind;
  await pagefind.init();
  return async (text, top) => {
    const { results } = await pagefind.search(text);
    const pages = await Promise.all(results.slice(0, top).map((result) => result.data()));
    return pages.map(({ url }) => decodeURIComponent(url.split('/').at(-2) ?? ''));
  };
}

interface Pagefind {
  readonly init: () => Promise<void>;
  readonly search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
}
