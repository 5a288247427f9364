import { indexPart, type Manifest } from '../index-format.ts';
import { unpackEnds } from '../part-ends.ts';
import type { Postings } from '../query/score-documents.ts';
import { isPacked, unpack } from '../unpack.ts';
import type { Fetch } from '../watch-downloads.ts';
import { makePageList, placeOf } from './page-list.ts';

/**
 * Opens an index of Pagefind, whose Wasm holds the index parts, finds words in them and scores pages. It walks over all
 * words that it has loaded each time it is asked for one, so the words are divided between several indexes of one Wasm,
 * by `sections`: the first token of each, in order. Scores come as the build weighed them.
 */
export async function openPagefind(
  root: string,
  { version, opening, documents, others, sections, scale }: Manifest,
  fetch: Fetch,
): Promise<Pagefind> {
  if (!opening) return { lookUp: () => Promise.resolve({ pages: [], scores: [] }) };
  const read = async (file: string) => withoutSignature(await readUnpacked(root + file, fetch));
  const readEnds = async () => unpackEnds((await (await fetch(root + opening.ends)).json()) as string);
  const [backend, wasm, ends] = await Promise.all([
    importBackend(`${root}pagefind.js`, version),
    read(opening.wasm),
    readEnds(),
  ]);
  await start(backend, wasm);
  const list = makePageList(opening.frame, documents + others);
  const readPart = (token: string) => {
    const number = partOf(token, ends);
    return { number, read: () => read(indexPart(opening.parts, number)) };
  };
  const open = sections.map(() => undefined as IndexSection | undefined);
  const sectionFor = (token: string): IndexSection => {
    const number = sectionOf(token, sections);
    return (open[number] ??= openSection(backend, list, readPart));
  };
  return {
    lookUp: async (token) => {
      const results = await sectionFor(token).search(token);
      return { pages: results.map(({ p }) => placeOf(p)), scores: results.map(({ s }) => s / scale) };
    },
  };
}

/** Tried again under another address: Firefox keeps a failed download for as long as the page is open. */
async function importBackend(address: string, version: string): Promise<Backend> {
  try {
    // The address changes with the index, so that a cached script never meets a newer index.
    const versioned = `${address}?v=${version}`;
    const module = (await import(/* @vite-ignore */ failures === 0 ? versioned : `${versioned}&again=${failures}`)) as {
      default: Backend;
    };
    return module.default;
  } catch (error) {
    failures += 1;
    throw error;
  }
}

let failures = 0;

/** Once for each script: it would make a second Wasm, and then pointers lead into the memory of another. */
function start(backend: Backend, wasm: Uint8Array): Promise<unknown> {
  const known = started.get(backend) ?? backend({ module_or_path: wasm });
  started.set(backend, known);
  return known;
}

const started = new WeakMap<Backend, Promise<unknown>>();

function openSection(backend: Backend, list: Uint8Array, partFor: (token: string) => IndexPart): IndexSection {
  // No prefixes, no lengths, no saturation on top of what the build weighed.
  const ranking = {
    term_similarity: 0,
    page_length: 0,
    term_saturation: 2,
    term_frequency: 0,
    diacritic_similarity: 0,
  };
  let pointer = backend.set_ranking_weights(backend.init_pagefind(list), JSON.stringify(ranking));
  const loaded = new Map<number, Promise<void>>();
  const load = async ({ read }: IndexPart): Promise<void> => {
    const bytes = await read();
    pointer = backend.load_index_chunk(pointer, bytes);
  };
  return {
    search: async (token) => {
      const part = partFor(token);
      await (loaded.get(part.number) ?? remember(loaded, part.number, load(part)));
      return (JSON.parse(backend.search(pointer, token, token, '{}', '', false, true)) as { results: Result[] })
        .results;
    },
  };
}

/** What failed is asked for anew. */
function remember(loaded: Map<number, Promise<void>>, number: number, loading: Promise<void>): Promise<void> {
  loaded.set(number, loading);
  loading.catch(() => loaded.delete(number));
  return loading;
}

/** The first that does not end before a token. */
function partOf(token: string, ends: readonly string[]): number {
  let [from, to] = [0, ends.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ends[middle] ?? '') < token) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sectionOf(token: string, sections: readonly string[]): number {
  let section = sections.length - 1;
  while (section > 0 && token < (sections[section] ?? '')) section -= 1;
  return Math.max(0, section);
}

/** Pagefind's files are compressed in themselves; those of a bundle are not any more. */
async function readUnpacked(address: string, fetch: Fetch): Promise<Uint8Array> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return isPacked(bytes) ? await unpack(bytes) : bytes;
}

/** Each begins with the same letters. */
function withoutSignature(bytes: Uint8Array): Uint8Array {
  return bytes.subarray('pagefind_dcd'.length);
}

export interface Pagefind {
  readonly lookUp: (token: string) => Promise<Postings>;
}

interface IndexPart {
  readonly number: number;
  readonly read: () => Promise<Uint8Array>;
}

interface IndexSection {
  readonly search: (token: string) => Promise<readonly Result[]>;
}

/** A page's name and its score. */
interface Result {
  readonly p: string;
  readonly s: number;
}

/**
 * What Pagefind's own script calls in its Wasm; `pointer` is an index in the Wasm's memory, and may move when a part is
 * added.
 */
interface Backend {
  (source: { readonly module_or_path: Uint8Array }): Promise<unknown>;
  readonly init_pagefind: (list: Uint8Array) => number;
  readonly set_ranking_weights: (pointer: number, weights: string) => number;
  readonly load_index_chunk: (pointer: number, part: Uint8Array) => number;
  readonly search: (
    pointer: number,
    words: string,
    asTyped: string,
    filters: string,
    sort: string,
    isExact: boolean,
    exactDiacritics: boolean,
  ) => string;
}
