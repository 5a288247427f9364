import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFolder, encodeTailToken, encodeToken, manifestFile, type Ahead, type DisplayDocument, type IndexDocument, type Manifest } from '../record.ts';
import type { VocabularyBase } from '../vocabulary.ts';
import { arrangePages } from './arrange-pages.ts';
import { balanceOthers } from './balance-others.ts';
import { choosePackSize, cutPacks } from './cut-packs.ts';
import { digest } from './digest.ts';
import { listFacets } from './list-facets.ts';
import { listWords } from './list-words.ts';
import { pickAliases } from './pick-aliases.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { splitVocabulary } from './split-vocabulary.ts';
import type { TermWeights } from './weigh-terms.ts';
import { writeAddresses } from './write-addresses.ts';
import { writeBundles } from './write-ahead.ts';
import { writePagefind } from './write-pagefind.ts';

/** Writes everything that search needs in the browser to `outDir`, which is emptied first. `related` is what `findRelated` gives. */
export async function writeIndex(
  { pages, others, unsearched, terms, vocabulary, names, neverOffered, realPairs }: PreparedIndex,
  related: ReadonlyMap<string, readonly string[]>,
  outDir: string,
): Promise<Manifest> {
  const displays = pages.map((page) => JSON.stringify(toDisplay(page)));
  const packSize = choosePackSize(displays);
  // Pagefind numbers pages as they come.
  const order = arrangePages(pages, related, packSize);
  const arrange = <T>(ofPages: readonly T[]): T[] => order.flatMap((number) => ofPages[number] ?? []);

  await rm(outDir, { recursive: true, force: true });
  const balanced = balanceOthers(terms);
  const ordered = [...arrange(pages), ...others];
  const { opening, parts: indexParts, scale } = await writePagefind([...arrange(balanced.pages), ...balanced.others], terms.tokens, outDir);
  await mkdir(join(outDir, documentFolder), { recursive: true });
  const write = async (name: string, text: string): Promise<string> => {
    const file = `${name}${digest(text)}.json`;
    await writeFile(join(outDir, file), text);
    return file;
  };
  const writeValue = (name: string, value: unknown) => write(`${name}.`, JSON.stringify(value));
  const packs = await Promise.all(cutPacks([...arrange(displays), ...others.map((page) => JSON.stringify(toDisplay({ ...page, sections: [], aliases: [] })))], packSize).map((pack) => write(`${documentFolder}/`, pack)));
  const words = listWords(terms, neverOffered, realPairs);
  const { parts, loans, ...everyQuery } = splitVocabulary(vocabulary);
  const written = await Promise.all(parts.map(async ([first, part]) => [first, await writeValue('words-of', part), part] as const));
  const loansFile = await writeValue('words-of', loans);
  const base: VocabularyBase = {
    ...everyQuery,
    loans: loansFile,
    parts: written.map(([first, file]) => [first, file]),
    ...(names.length > 0 ? { names } : {}),
  };
  const files = {
    cap: terms.cap,
    scale,
    sections: divideTokens(terms),
    vocabulary: await writeValue('vocabulary', base),
    packSize,
    packs: await writeValue('packs', packs.map(nameOfPack)),
    dates: await writeValue('dates', order),
    facets: await writeValue('facets', listFacets(arrange(pages))),
    addresses: await writeAddresses(ordered, unsearched, (value) => writeValue('addresses', value)),
    words: { kana: await writeValue('words-kana', words.kana), kanji: await writeValue('words-kanji', words.kanji), pair: await writeValue('words-pair', words.pair), latin: await writeValue('words-latin', words.latin) },
  };
  const bundles = await writeBundles(outDir, [...indexParts, ...packs, files.dates, files.facets, ...Object.values(files.words)]);
  const allParts = { ...Object.fromEntries(written.map(([, file, part]) => [file, part])), [loansFile]: loans };
  const ahead = await writeValue('ahead', { vocabulary: allParts, bundles } satisfies Ahead);
  const manifest: Manifest = { version: digest(JSON.stringify([opening, files])), documents: pages.length, others: others.length, opening, ...files, ahead };
  await writeFile(join(outDir, manifestFile), JSON.stringify(manifest));
  return manifest;
}

/** The folder and the ending are the same for all. */
function nameOfPack(file: string): string {
  return file.slice(documentFolder.length + 1, -'.json'.length);
}

/** The same number of words for each section, in the order in which Pagefind sorts them. */
function divideTokens({ tokens: words, frequencies, cap }: TermWeights): string[] {
  const tokens = [...words.map(encodeToken), ...words.filter((_, token) => (frequencies[token] ?? 0) > cap).map(encodeTailToken)].sort();
  return Array.from({ length: sections }, (_, section) => tokens[Math.floor((section * tokens.length) / sections)] ?? '');
}

/** More sections mean less walking for each word, and more page lists to read. */
const sections = 8;

function toDisplay({ id, url, question, summary, sections, meta, aliases }: IndexDocument): DisplayDocument {
  const telling = pickAliases({ question, summary, aliases });
  return { id, url, question, summary, sections, meta, ...(telling.length > 0 ? { aliases: telling } : {}) };
}
