import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encodeTailToken,
  encodeToken,
  manifestFile,
  numberedFile,
  type Ahead,
  type DisplayDocument,
  type IndexDocument,
  type Manifest,
} from '../index-format.ts';
import type { VocabularyBase } from '../vocabulary.ts';
import { clusterDocuments } from './cluster-documents.ts';
import { balanceOthers } from './balance-others.ts';
import { chooseGroupSize, cutPacks, packsOfGroup } from './cut-packs.ts';
import { digest } from './digest.ts';
import { listFacets } from './list-facets.ts';
import { listWords } from './list-words.ts';
import { cutPairs, packWords } from './pack-words.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { splitVocabulary } from './split-vocabulary.ts';
import type { TermWeights } from './weigh-terms.ts';
import { writeAddresses } from './write-addresses.ts';
import { writeBundles } from './write-prefetch-bundles.ts';
import { writePagefind } from './write-pagefind.ts';

/**
 * Writes everything that search needs in the browser to `outDir`, which is emptied first. `related` is what
 * `findRelated` gives.
 */
export async function writeIndex(
  { pages, texts, others, unsearched, terms, vocabulary, names, neverOffered, realPairs }: PreparedIndex,
  related: ReadonlyMap<string, readonly string[]>,
  outDir: string,
): Promise<Manifest> {
  const displays = pages.map((page, place) => JSON.stringify(toDisplay(page, texts[place]?.telling ?? [])));
  const groupSize = chooseGroupSize(displays);
  const packSize = Math.ceil(groupSize / packsOfGroup);
  // Pagefind numbers pages as they come.
  const order = clusterDocuments(pages, related, groupSize);
  const arrange = <T>(ofPages: readonly T[]): T[] => order.flatMap((number) => ofPages[number] ?? []);

  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const balanced = balanceOthers(terms);
  const ordered = [...arrange(pages), ...others];
  const {
    opening,
    parts: indexParts,
    scale,
  } = await writePagefind([...arrange(balanced.pages), ...balanced.others], terms.tokens, outDir);
  const write = async (name: string, text: string): Promise<string> => {
    const file = `${name}${digest(text)}.json`;
    await writeFile(join(outDir, file), text);
    return file;
  };
  const writeValue = (name: string, value: unknown) => write(`${name}.`, JSON.stringify(value));
  const writeFolder = (name: string, texts: readonly string[]): Folder => {
    const folder = `${name}.${digest(texts.join('\n'))}`;
    mkdirSync(join(outDir, folder), { recursive: true });
    const files = texts.map((_, number) => numberedFile(folder, number));
    for (const [number, file] of files.entries()) writeFileSync(join(outDir, file), texts[number] ?? '');
    return { folder, files };
  };
  const writeValues = (name: string, values: readonly unknown[]) =>
    writeFolder(
      name,
      values.map((value) => JSON.stringify(value)),
    );
  const displayed = [
    ...arrange(displays),
    ...others.map((page) => JSON.stringify(toDisplay({ ...page, sections: [] }, []))),
  ];
  const packs = writeFolder('documents', cutPacks(displayed, packSize));
  const words = listWords(terms, neverOffered, realPairs);
  const { parts, loans, ...everyQuery } = splitVocabulary(vocabulary);
  const written = writeValues(
    'words',
    parts.map(([, part]) => part),
  );
  const pairs = writeValues('words-pair', cutPairs(words.pair));
  const loansFile = await writeValue('words-of', loans);
  const base: VocabularyBase = {
    ...everyQuery,
    loans: loansFile,
    folder: written.folder,
    parts: parts.map(([first]) => first),
    ...(names.length > 0 ? { names } : {}),
  };
  const files = {
    cap: terms.cap,
    scale,
    sections: divideTokens(terms),
    vocabulary: await writeValue('vocabulary', base),
    packSize,
    packs: packs.folder,
    dates: await writeValue('dates', order),
    facets: await writeValue('facets', listFacets(arrange(pages))),
    addresses: await writeAddresses(ordered, unsearched, (value) => writeValue('addresses', value)),
    words: {
      kana: await writeValue('words-kana', packWords(words.kana)),
      kanji: await writeValue('words-kanji', packWords(words.kanji)),
      latin: await writeValue('words-latin', packWords(words.latin)),
      pair: pairs.folder,
    },
  };
  const wordLists = [files.words.kana, files.words.kanji, files.words.latin, ...pairs.files];
  const bundles = await writeBundles(outDir, [...indexParts, ...packs.files, files.dates, files.facets, ...wordLists]);
  const allParts = {
    ...Object.fromEntries(written.files.map((file, number) => [file, parts[number]?.[1] ?? loans])),
    [loansFile]: loans,
  };
  const ahead = await writeValue('ahead', { vocabulary: allParts, bundles } satisfies Ahead);
  const version = digest(JSON.stringify([opening, files]));
  const manifest: Manifest = {
    version,
    documents: pages.length,
    others: others.length,
    ...(opening ? { opening } : {}),
    ...files,
    ahead,
  };
  await writeFile(join(outDir, manifestFile), JSON.stringify(manifest));
  return manifest;
}

/** The same number of words for each section, in the order in which Pagefind sorts them. */
function divideTokens({ tokens: words, frequencies, cap }: TermWeights): string[] {
  const tokens = [
    ...words.map(encodeToken),
    ...words.filter((_, token) => (frequencies[token] ?? 0) > cap).map(encodeTailToken),
  ].sort();
  return Array.from(
    { length: sections },
    (_, section) => tokens[Math.floor((section * tokens.length) / sections)] ?? '',
  );
}

/** More sections mean less walking for each word, and more page lists to read. */
const sections = 8;

function toDisplay(
  { id, url, question, summary, sections, meta }: IndexDocument,
  telling: readonly string[],
): DisplayDocument {
  return { id, url, question, summary, sections, meta, ...(telling.length > 0 ? { aliases: telling } : {}) };
}

interface Folder {
  readonly folder: string;
  readonly files: readonly string[];
}
