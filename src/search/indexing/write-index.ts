import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { documentFolder, encodeTailToken, encodeToken, indexLanguage, manifestFile, type DisplayDocument, type IndexDocument, type Manifest } from '../record.ts';
import type { VocabularyBase, VocabularyFile } from '../vocabulary.ts';
import { collectKanaWords, compileVocabulary } from './compile-vocabulary.ts';
import { learnReadings } from './learn-readings.ts';
import { listFacets } from './list-facets.ts';
import { listWords } from './list-words.ts';
import { splitVocabulary } from './split-vocabulary.ts';
import { weighTerms, type TermWeights } from './weigh-terms.ts';

/** Writes everything that search needs in the browser to `outDir`, which is emptied first. */
export async function writeIndex(documents: readonly IndexDocument[], vocabularyFiles: readonly VocabularyFile[], outDir: string): Promise<Manifest> {
  // Pagefind numbers pages as they come, and gives them back in that order: by date, so that the order needs no bytes.
  const pages = [...documents].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
  const terms = weighTerms(pages, collectKanaWords(vocabularyFiles));
  const scale = weightScale(terms.weights);
  const vocabulary = compileVocabulary(vocabularyFiles, learnReadings(pages), (token) => terms.frequencies.has(token));
  const displays = pages.map((page) => JSON.stringify(toDisplay(page)));

  await rm(outDir, { recursive: true, force: true });
  await writePagefind(
    pages.map((page, index) => ({
      // The digest makes Pagefind's name of the page change with what the page shows.
      url: `${page.id}#${digest(displays[index] ?? '')}`,
      content: writeContent(terms.weights[index] ?? new Map(), terms.tails[index] ?? new Map(), scale),
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
function divideTokens({ frequencies, tails }: TermWeights): string[] {
  const inTails = new Set(tails.flatMap((entry) => [...entry.keys()]));
  const tokens = [...[...frequencies.keys()].map(encodeToken), ...[...inTails].map(encodeTailToken)].sort();
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
function writeContent(weights: ReadonlyMap<string, number>, tails: ReadonlyMap<string, number>, scale: number): string {
  const bySteps = new Map<number, string[]>();
  const add = (token: string, weight: number) => {
    const steps = Math.max(1, Math.min(mostWeight * stepsOfWeight, Math.round(weight * scale * stepsOfWeight)));
    const held = bySteps.get(steps);
    if (held) held.push(token);
    else bySteps.set(steps, [token]);
  };
  for (const [token, weight] of weights) add(encodeToken(token), weight);
  for (const [token, weight] of tails) add(encodeTailToken(token), weight);
  return [...bySteps]
    .sort(([a], [b]) => b - a)
    .map(([steps, tokens]) => `___PAGEFIND_WEIGHT___${(steps + 0.5) / stepsOfWeight} ${tokens.sort().join(' ')} ___END_PAGEFIND_WEIGHT___`)
    .join(' ');
}

/** Pagefind caps a score at three times a fifth of the mean page length: on pages of few words weights must stay below that. */
function weightScale(weights: readonly ReadonlyMap<string, number>[]): number {
  const heaviest = weights.reduce((most, entry) => [...entry.values()].reduce((a, b) => Math.max(a, b), most), 0);
  const meanLength = weights.reduce((total, entry) => total + entry.size, 0) / Math.max(1, weights.length);
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
        const fragment = gunzipSync(await readFile(join(fragments, file))).subarray('pagefind_dcd'.length).toString();
        const id = (JSON.parse(fragment) as { url: string }).url.replace(/#[^#]*$/, '');
        await writeFile(join(outDir, documentFolder, file.replace('.pf_fragment', '.json')), displays.get(id) ?? '');
      }),
    );
  }
  await rm(fragments, { recursive: true, force: true });
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
