import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { documentFolder, encodeTailToken, encodeToken, indexLanguage, manifestFile, tailMark, type DisplayDocument, type IndexDocument, type Manifest } from '../record.ts';
import type { VocabularyBase } from '../vocabulary.ts';
import { listFacets } from './list-facets.ts';
import { listWords } from './list-words.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { splitVocabulary } from './split-vocabulary.ts';
import type { PageTerms, TermWeights } from './weigh-terms.ts';

/** Writes everything that search needs in the browser to `outDir`, which is emptied first. */
export async function writeIndex({ pages, terms, vocabulary }: PreparedIndex, outDir: string): Promise<Manifest> {
  const scale = weightScale(terms.pages);
  const encoded = terms.tokens.map(encodeToken);
  const displays = pages.map((page) => JSON.stringify(toDisplay(page)));

  await rm(outDir, { recursive: true, force: true });
  await writePagefind(
    pages.map((page, index) => ({
      // The digest makes Pagefind's name of the page change with what the page shows.
      url: `${page.id}#${digest(displays[index] ?? '')}`,
      content: writeContent(terms.pages[index], encoded, scale),
      language: indexLanguage,
    })),
    outDir,
  );
  await writeDocuments(outDir, new Map(pages.map((page, index) => [page.id, displays[index] ?? ''])));

  const write = async (name: string, value: unknown): Promise<string> => {
    const text = JSON.stringify(value);
    const file = `${name}.${digest(text)}.json`;
    await writeFile(join(outDir, file), text);
    return file;
  };
  const words = listWords(terms);
  const { parts, ...everyQuery } = splitVocabulary(vocabulary);
  const base: VocabularyBase = { ...everyQuery, parts: await Promise.all(parts.map(async ([letters, part]) => [letters, await write('words-of', part)] as const)) };
  const files = {
    cap: terms.cap,
    sections: divideTokens(terms),
    vocabulary: await write('vocabulary', base),
    facets: await write('facets', listFacets(pages)),
    words: { kana: await write('words-kana', words.kana), kanji: await write('words-kanji', words.kanji), latin: await write('words-latin', words.latin) },
  };
  const entry = await readFile(join(outDir, 'pagefind-entry.json'), 'utf8');
  const manifest: Manifest = { version: digest(entry + JSON.stringify(files)), documents: pages.length, ...files };
  await writeFile(join(outDir, manifestFile), JSON.stringify(manifest));
  return manifest;
}

/** The same number of words for each section, in the order in which Pagefind sorts them. */
function divideTokens({ tokens: words, frequencies, cap }: TermWeights): string[] {
  const tokens = [...words.map(encodeToken), ...words.filter((_, token) => (frequencies[token] ?? 0) > cap).map(encodeTailToken)].sort();
  return Array.from({ length: sections }, (_, section) => tokens[Math.floor((section * tokens.length) / sections)] ?? '');
}

/** More sections mean less walking for each word, and more page lists to read. */
const sections = 8;

/** Smaller parts than Pagefind's own: a query needs a few words from each of many parts. Pagefind reads this when its service starts. */
const wordsInPart = '2000';
/** Pagefind stores weights in steps of 1/24, up to this. */
const mostWeight = 10;
const stepsOfWeight = 24;
/** What Pagefind writes for its own user interfaces, which are not used here. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

async function writePagefind(records: readonly pagefind.CustomRecord[], outDir: string): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = wordsInPart;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: indexLanguage });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (let from = 0; from < records.length; from += 500) {
      const added = await Promise.all(records.slice(from, from + 500).map((record) => index.addCustomRecord(record)));
      failOn(added.flatMap((answer) => answer.errors));
    }
    failOn((await index.writeFiles({ outputPath: outDir })).errors);
  } finally {
    await pagefind.close();
  }
  await Promise.all((await readdir(outDir)).filter((file) => unused.test(file)).map((file) => rm(join(outDir, file))));
}

/**
 * Each token once, under its weight. Pagefind has an attribute for weights in HTML (`data-pagefind-weight`), which its parser
 * turns into these marks; a custom record can carry the marks as they are and is read four times as fast.
 */
function writeContent(page: PageTerms | undefined, encoded: readonly string[], scale: number): string {
  const bySteps = new Map<number, string[]>();
  for (const [place, token] of page?.tokens.entries() ?? []) {
    const steps = Math.max(1, Math.min(mostWeight * stepsOfWeight, Math.round((page?.weights[place] ?? 0) * scale * stepsOfWeight)));
    const word = `${page?.inTail[place] === 1 ? tailMark : ''}${encoded[token] ?? ''}`;
    const held = bySteps.get(steps);
    if (held) held.push(word);
    else bySteps.set(steps, [word]);
  }
  return [...bySteps]
    .sort(([a], [b]) => b - a)
    .map(([steps, tokens]) => `___PAGEFIND_WEIGHT___${(steps + 0.5) / stepsOfWeight} ${tokens.sort().join(' ')} ___END_PAGEFIND_WEIGHT___`)
    .join(' ');
}

/** Pagefind caps a score at three times a fifth of the mean page length: on pages of few words weights must stay below that. */
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
  return heaviest === 0 ? 1 : Math.min(mostWeight, (3 * meanLength) / 5) / heaviest;
}

/** Pagefind names each page in its fragment; ours stand beside it under the same name, and the fragments (tokens only) go. */
async function writeDocuments(outDir: string, displays: ReadonlyMap<string, string>): Promise<void> {
  const fragments = join(outDir, 'fragment');
  const files = displays.size === 0 ? [] : await readdir(fragments);
  await mkdir(join(outDir, documentFolder), { recursive: true });
  for (let from = 0; from < files.length; from += 200) {
    await Promise.all(
      files.slice(from, from + 200).map(async (file) => {
        const id = idOfFragment(await readFile(join(fragments, file)));
        await writeFile(join(outDir, documentFolder, file.replace('.pf_fragment', '.json')), displays.get(id) ?? '');
      }),
    );
  }
  await rm(fragments, { recursive: true, force: true });
}

/** A fragment begins with its address, which begins with the id; the rest, kilobytes of tokens, is not unpacked. */
function idOfFragment(fragment: Buffer): string {
  const beginning = gunzipSync(fragment.subarray(0, 500), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  const [, id] = /^pagefind_dcd\{"url":"([^"#]+)#/.exec(beginning) ?? [];
  if (id === undefined) throw new Error('Pagefind: a fragment begins in an unknown way.');
  return id;
}

function toDisplay({ id, url, question, summary, sections, meta }: IndexDocument): DisplayDocument {
  return { id, url, question, summary, sections, meta };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.slice(0, 3).join('; ')}`);
}
