import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { documentFolder, encodeTailToken, encodeToken, indexLanguage, manifestFile, tailMark, type Ahead, type DisplayDocument, type IndexDocument, type Manifest } from '../record.ts';
import type { VocabularyBase } from '../vocabulary.ts';
import { arrangePages } from './arrange-pages.ts';
import { listFacets } from './list-facets.ts';
import { listWords } from './list-words.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { splitVocabulary } from './split-vocabulary.ts';
import type { PageTerms, TermWeights } from './weigh-terms.ts';

/** Writes everything that search needs in the browser to `outDir`, which is emptied first. `related` is what `findRelated` gives. */
export async function writeIndex({ pages, terms, vocabulary }: PreparedIndex, related: ReadonlyMap<string, readonly string[]>, outDir: string): Promise<Manifest> {
  const scale = weightScale(terms.pages);
  const encoded = terms.tokens.map(encodeToken);
  const displays = pages.map((page) => JSON.stringify(toDisplay(page)));
  const packSize = choosePackSize(displays);
  // Pagefind numbers pages as they come, and gives them back in that order.
  const order = arrangePages(pages, related, packSize);
  const arranged = order.flatMap((number) => pages[number] ?? []);
  const packs = cutPacks(order.map((number) => displays[number] ?? ''), packSize);

  await rm(outDir, { recursive: true, force: true });
  await writePagefind(
    arranged.map(({ id }, place) => ({
      // A pack lies under Pagefind's name of its first page; the digest makes that name change with what the pack shows.
      url: `${id}#${digest(packs.get(place) ?? '')}`,
      content: writeContent(terms.pages[order[place] ?? 0], encoded, scale),
      language: indexLanguage,
    })),
    outDir,
  );
  await writePacks(outDir, new Map([...packs].map(([place, pack]) => [arranged[place]?.id ?? '', pack])));

  const write = async (name: string, value: unknown): Promise<string> => {
    const text = JSON.stringify(value);
    const file = `${name}.${digest(text)}.json`;
    await writeFile(join(outDir, file), text);
    return file;
  };
  const words = listWords(terms);
  const { parts, ...everyQuery } = splitVocabulary(vocabulary);
  const written = await Promise.all(parts.map(async ([letters, part]) => [letters, await write('words-of', part), part] as const));
  const base: VocabularyBase = { ...everyQuery, parts: written.map(([letters, file]) => [letters, file]) };
  const files = {
    cap: terms.cap,
    sections: divideTokens(terms),
    vocabulary: await write('vocabulary', base),
    packSize,
    dates: await write('dates', order),
    facets: await write('facets', listFacets(arranged)),
    words: { kana: await write('words-kana', words.kana), kanji: await write('words-kanji', words.kanji), latin: await write('words-latin', words.latin) },
  };
  const wholeVocabulary = Object.fromEntries(written.map(([, file, part]) => [file, part]));
  const ahead = await write('ahead', { vocabulary: wholeVocabulary, files: await listSmallIndex(outDir, [files.dates, files.facets, ...Object.values(files.words)]) } satisfies Ahead);
  const entry = await readFile(join(outDir, 'pagefind-entry.json'), 'utf8');
  const manifest: Manifest = { version: digest(entry + JSON.stringify(files)), documents: pages.length, ...files, ahead };
  await writeFile(join(outDir, manifestFile), JSON.stringify(manifest));
  return manifest;
}

/** All files of an index that is small enough to be held whole, beside those that are read as it opens; else none. */
async function listSmallIndex(outDir: string, own: readonly string[]): Promise<string[]> {
  const folders = await Promise.all(['index', documentFolder].map(async (folder) => (await readdir(join(outDir, folder)).catch(() => [])).sort().map((file) => `${folder}/${file}`)));
  const files = [...folders.flat(), ...own];
  if (files.length > mostFilesAhead) return [];
  const sizes = await Promise.all(files.map(async (file) => (file.endsWith('.json') ? gzipSync(await readFile(join(outDir, file))).length : (await stat(join(outDir, file))).size)));
  return sizes.reduce((total, size) => total + size, 0) > mostBytesAhead ? [] : files;
}

const mostFilesAhead = 300;
/** Compressed. */
const mostBytesAhead = 500_000;

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

/** As many pages as make a pack of a few kilobytes. */
function choosePackSize(displays: readonly string[]): number {
  const bytes = displays.reduce((total, display) => total + Buffer.byteLength(display), 0);
  return Math.max(1, Math.min(mostInPack, Math.round((bytesInPack * displays.length) / Math.max(1, bytes))));
}

/** Compressed about a third. */
const bytesInPack = 11_000;
const mostInPack = 12;

/** What pages show, several in a file: by the place of the first. */
function cutPacks(displays: readonly string[], packSize: number): Map<number, string> {
  const packs = new Map<number, string>();
  for (let place = 0; place < displays.length; place += packSize) packs.set(place, `[${displays.slice(place, place + packSize).join(',')}]`);
  return packs;
}

/** Pagefind names each page in its fragment; packs stand beside them under the same names, and the fragments (tokens only) go. */
async function writePacks(outDir: string, packOf: ReadonlyMap<string, string>): Promise<void> {
  const fragments = join(outDir, 'fragment');
  const files = packOf.size === 0 ? [] : await readdir(fragments);
  await mkdir(join(outDir, documentFolder), { recursive: true });
  for (let from = 0; from < files.length; from += 200) {
    await Promise.all(
      files.slice(from, from + 200).map(async (file) => {
        const pack = packOf.get(idOfFragment(await readFile(join(fragments, file))));
        if (pack !== undefined) await writeFile(join(outDir, documentFolder, file.replace('.pf_fragment', '.json')), pack);
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
