import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { encodeToken, indexLanguage, tailMark, type Manifest } from '../index-format.ts';
import { packEnds } from '../page-list.ts';
import { digest } from './digest.ts';
import { prepareScript } from './prepare-script.ts';
import { meanLength, shortenPageList } from './shorten-page-list.ts';
import type { PageTerms } from './split-tails.ts';
import type { TermWeights } from './weigh-terms.ts';

/**
 * Writes Pagefind's files, the tokens of `pages` with their weights in that order. Returns its index parts, by the
 * order of their words, and what it opens with.
 */
export async function writePagefind(
  pages: readonly PageTerms[],
  tokens: TermWeights['tokens'],
  outDir: string,
): Promise<{ opening?: Manifest['opening']; parts: readonly string[]; scale: number }> {
  const scale = weightScale(pages);
  const encoded = tokens.map(encodeToken);
  const records = {
    length: pages.length,
    at: (place: number) => ({
      url: String(place),
      content: writeContent(pages[place], encoded, scale),
      language: indexLanguage,
    }),
  };
  await runPagefind(records, outDir);
  await Promise.all(
    (await readdir(outDir))
      .filter((file) => unused.test(file))
      .map((file) => rm(join(outDir, file), { recursive: true })),
  );
  await prepareScript(join(outDir, 'pagefind.js'));
  const lengths = pages.map((page) => page.tokens.length);
  const weighed = { scale: (scale * 5) / meanLength(lengths) };
  if (pages.length === 0) return { parts: [], ...weighed };
  const { frame, digest: parts, ends, files } = await shortenPageList(outDir, lengths);
  const wasm = (await readdir(outDir)).find((file) => file.startsWith('wasm.')) ?? '';
  const packed = JSON.stringify(packEnds(ends));
  const endsFile = `ends.${digest(packed)}.json`;
  await writeFile(join(outDir, endsFile), packed);
  return { opening: { wasm, frame, parts, ends: endsFile }, parts: files, ...weighed };
}

/**
 * Smaller parts than Pagefind's own: a query needs a few words from each of many parts. Pagefind reads this when its
 * service starts.
 */
const wordsInPart = '500';
/** Pagefind stores weights in steps of 1/24, up to this. */
const maxWeight = 10;
const stepsOfWeight = 24;
/** What Pagefind writes for its own user interfaces, and its fragments, which hold the tokens once more. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|fragment$)/;
/** So many records are held as text at a time. */
const recordsAtOnce = 500;

async function runPagefind(
  records: { readonly length: number; readonly at: (place: number) => pagefind.CustomRecord },
  outDir: string,
): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPart;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: indexLanguage });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (let from = 0; from < records.length; from += recordsAtOnce) {
      const count = Math.min(recordsAtOnce, records.length - from);
      const added = await Promise.all(
        Array.from({ length: count }, (_, place) => index.addCustomRecord(records.at(from + place))),
      );
      failOn(added.flatMap((answer) => answer.errors));
    }
    failOn((await index.writeFiles({ outputPath: outDir })).errors);
  } finally {
    await pagefind.close();
  }
}

/**
 * Each token once, under its weight. Pagefind has an attribute for weights in HTML (`data-pagefind-weight`), which its
 * parser turns into these marks; a custom record can carry the marks as they are and is read four times as fast.
 */
function writeContent(page: PageTerms | undefined, encoded: readonly string[], scale: number): string {
  const bySteps = new Map<number, string[]>();
  for (const [place, token] of page?.tokens.entries() ?? []) {
    const steps = Math.max(
      1,
      Math.min(maxWeight * stepsOfWeight, Math.round((page?.weights[place] ?? 0) * scale * stepsOfWeight)),
    );
    const word = `${page?.inTail[place] === 1 ? tailMark : ''}${encoded[token] ?? ''}`;
    const held = bySteps.get(steps);
    if (held) held.push(word);
    else bySteps.set(steps, [word]);
  }
  return [...bySteps]
    .sort(([a], [b]) => b - a)
    .map(
      ([steps, tokens]) =>
        `___PAGEFIND_WEIGHT___${(steps + 0.5) / stepsOfWeight} ${tokens.sort().join(' ')} ___END_PAGEFIND_WEIGHT___`,
    )
    .join(' ');
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

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.slice(0, 3).join('; ')}`);
}
