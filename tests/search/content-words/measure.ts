/**
 * Builds a site and asks its search page for words that stand on its Q&As, and for words inside katakana compounds:
 * `npm run search:words [-- --content FOLDER]`. Told is the share of the pages that hold a word which it finds: among
 * the results, and with what is folded below them.
 */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { indexFolder, manifestFile, type DisplayDocument, type Manifest } from '../../../src/search/index-format.ts';
import { askSearchPage } from '../ask-search-page.ts';
import { readFold } from '../read-fold.ts';
import { withSearchPage } from '../with-search-page.ts';
import { pagesWithPart, pagesWithWord, type PageText } from './find-pages.ts';
import { everydayWords, katakanaCompounds } from './words.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: '.' } } });
await withSearchPage(path.resolve(values.content), async (page, folder) => {
  const pages = await readPages(path.join(folder, indexFolder));
  await report('everyday words', everydayWords, (word) => pagesWithWord(word, pages), page);
  const parts = [...new Set([...katakanaCompounds.values()].flat())];
  await report('words inside katakana compounds', parts, (word) => pagesWithPart(word, pages), page);
});

/** Everything that can be read on each Q&A. */
async function readPages(index: string): Promise<PageText[]> {
  const read = async <T>(file: string) => JSON.parse(await readFile(path.join(index, file), 'utf8')) as T;
  const { packs, documents, packSize } = await read<Manifest>(manifestFile);
  const files = (await readdir(path.join(index, packs))).toSorted((a, b) => parseInt(a, 36) - parseInt(b, 36));
  const all = (
    await Promise.all(
      files.slice(0, Math.ceil(documents / packSize)).map((file) => read<DisplayDocument[]>(`${packs}/${file}`)),
    )
  ).flat();
  return all.slice(0, documents).map(({ id, question, summary, sections }) => ({
    id,
    text: [question, summary, ...sections.flatMap(({ heading, text }) => [heading, text])].join('\n'),
  }));
}

async function report(
  name: string,
  words: readonly string[],
  pagesWith: (word: string) => readonly string[],
  page: Page,
): Promise<void> {
  const asked = words.map((word) => ({ word, pages: pagesWith(word) })).filter(({ pages }) => pages.length > 0);
  const shown: number[] = [];
  const found: number[] = [];
  const lacking: string[] = [];
  for (const { word, pages } of asked) {
    const { ids } = await askSearchPage(page, word, true);
    const all = [...ids, ...(await readFold(page))];
    const missed = pages.filter((id) => !all.includes(id));
    shown.push(pages.filter((id) => ids.includes(id)).length / pages.length);
    found.push(1 - missed.length / pages.length);
    if (missed.length > 0)
      lacking.push(`  ${word}: ${missed.length} of ${pages.length} not found: ${missed.slice(0, 5).join(', ')}`);
  }
  console.log(
    `${asked.length} ${name}: ${mean(found)} of the pages that hold them are found, ${mean(shown)} among the results`,
  );
  if (lacking.length > 0) console.log(lacking.join('\n'));
}

function mean(shares: readonly number[]): string {
  return (shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)).toFixed(3);
}
