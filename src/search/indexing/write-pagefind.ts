import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../index-format.ts';
import { packEnds } from '../part-ends.ts';
import { digest } from './digest.ts';
import { arrangeWords, maxWeight } from './index-parts.ts';
import { readPagefind } from './read-pagefind.ts';
import type { PageTerms } from './split-tails.ts';
import type { TermWeights } from './weigh-terms.ts';
import { writeIndexParts } from './write-index-parts.ts';

/**
 * Writes what Pagefind's Wasm reads, the tokens of `pages` with their weights in that order. Returns its index parts,
 * by the order of their words, and what it opens with. All pages have the mean length, since scores know no lengths.
 */
export async function writePagefind(
  pages: readonly PageTerms[],
  tokens: TermWeights['tokens'],
  outDir: string,
): Promise<{ opening?: Manifest['opening']; parts: readonly string[]; scale: number }> {
  const { wasm, script, frame } = await readPagefind();
  await writeFile(join(outDir, 'pagefind.js'), script);
  const scale = weightScale(pages);
  const length = meanLength(pages);
  const weighed = { scale: (scale * 5) / length };
  if (pages.length === 0) return { parts: [], ...weighed };
  await writeFile(join(outDir, wasm.name), wasm.content);
  const parts = writeIndexParts(arrangeWords(pages, tokens, scale), outDir);
  const packed = JSON.stringify(packEnds(parts.ends));
  const ends = `ends.${digest(packed)}.json`;
  await writeFile(join(outDir, ends), packed);
  return {
    opening: { wasm: wasm.name, frame: { ...frame, length }, parts: parts.digest, ends },
    parts: parts.files,
    ...weighed,
  };
}

/** Pagefind divides scores by a fifth of it. */
function meanLength(pages: readonly PageTerms[]): number {
  const words = pages.reduce((total, page) => total + page.tokens.length, 0);
  return Math.max(1, Math.ceil(words / Math.max(1, pages.length)));
}

/**
 * Pagefind caps a score at three times a fifth of the mean page length: on pages of few words weights must stay below
 * that.
 */
function weightScale(pages: readonly PageTerms[]): number {
  let heaviest = 0;
  let words = 0;
  for (const page of pages) {
    for (const [place, weight] of page.weights.entries()) {
      if (page.inTail[place] === 1) continue;
      heaviest = Math.max(heaviest, weight);
      words += 1;
    }
  }
  const meanLength = words / Math.max(1, pages.length);
  return heaviest === 0 ? 1 : Math.min(maxWeight, (3 * meanLength) / 5) / heaviest;
}
