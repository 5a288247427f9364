import type { Kept } from './keep-responses.ts';
import type { Manifest } from './record.ts';

/** Pagefind reads this first, and in it the names of the others. */
export const entryFile = 'pagefind-entry.json';

/** Files that every instance of Pagefind reads as it opens; whoever fetches for it had better keep them. */
export function isOpeningFile(address: string): boolean {
  return /(?:^|\/)(?:pagefind-entry\.json(?:\?.*)?|[^/]+\.pf_meta|wasm\.[^/]+)$/.test(address);
}

/** Has on the way what Pagefind will ask for one after the other, before its script is there to ask. */
export function fetchOpening(root: string, { version, opening }: Pick<Manifest, 'version' | 'opening'>, kept: Kept): void {
  kept.put(`${root}${entryFile}?ts=${version}`, new TextEncoder().encode(JSON.stringify(opening.entry)));
  for (const file of opening.files) void kept.fetch(root + file).catch(() => undefined);
}
