import { compareTexts } from '../strings/compare.ts';

/**
 * Every former address with the page that took its place. Throws a Japanese sentence where two pages claim one former
 * address or where a page still stands there: a redirect would then hide it.
 */
export function listRedirects(pages: readonly MovedPage[]): Redirect[] {
  const live = new Set(pages.map((page) => page.path));
  const targets = new Map<string, string>();
  for (const { path, redirectFrom } of pages) {
    for (const from of redirectFrom) {
      const other = targets.get(from);
      if (live.has(from))
        throw new Error(
          `以前のアドレス「${from}」（${path}）には、いまもページがあります。redirectFrom から外してください。`,
        );
      if (other !== undefined && other !== path)
        throw new Error(
          `以前のアドレス「${from}」が、${other} と ${path} の両方に書かれています。どちらか一方だけにしてください。`,
        );
      targets.set(from, path);
    }
  }
  return [...targets].map(([from, to]) => ({ from, to })).sort((a, b) => compareTexts(a.from, b.from));
}

export interface MovedPage {
  /** Path inside the site. */
  path: string;
  redirectFrom: readonly string[];
}

export interface Redirect {
  from: string;
  to: string;
}
