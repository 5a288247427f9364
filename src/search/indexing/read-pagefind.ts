import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { gunzipSync } from 'node:zlib';
import { indexLanguage, type PageListFrame } from '../index-format.ts';
import { arrangeWords, encodePart, signature, stepsOfWeight, type Words } from './index-parts.ts';
import { prepareScript } from './prepare-script.ts';
import type { PageTerms } from './split-tails.ts';

/**
 * What an index takes over from Pagefind as it is: its Wasm, the script that calls it, and what stands around its list
 * of pages. Pagefind itself indexes a sample for this, and throws if it writes that in another way than we do: it takes
 * half a kilobyte of memory for each word of a page, which is gigabytes for ten thousand Q&As, and names files that we
 * number.
 */
export function readPagefind(): Promise<PagefindFiles> {
  files ??= readAnew();
  files.catch(() => (files = undefined));
  return files;
}

/** Of one release they never change. */
let files: Promise<PagefindFiles> | undefined;

async function readAnew(): Promise<PagefindFiles> {
  const written = await indexSample();
  const read = (isWanted: RegExp): { name: string; content: Uint8Array } => {
    const [only, ...others] = written.filter(({ path }) => isWanted.test(path));
    if (!only || others.length > 0) throw unknown();
    return { name: only.path, content: only.content };
  };
  const wasm = read(/^wasm\./);
  compareParts(unpack(read(/^index\//).content));
  return {
    wasm: { name: wasm.name, content: wasm.content },
    script: await prepareScript(Buffer.from(read(/^pagefind\.js$/).content).toString()),
    frame: readFrame(unpack(read(/^pagefind\..*\.pf_meta$/).content)),
  };
}

/** Every kind of number in Pagefind's files, and the weight that it does not write since it is the usual one. */
const sampleTokens = ['か', 'が', '役所', '市役所', 'a'];
const sample: readonly PageTerms[] = Array.from({ length: 300 }, (_, page) => {
  const tokens = sampleTokens.keys().filter((token) => page % (token * 70 + 1) === 0);
  const held = Uint32Array.from(tokens);
  return {
    tokens: held,
    weights: Float32Array.from(held, (token) => ((page + token) % 241) / stepsOfWeight),
    inTail: Uint8Array.from(held, (token) => (token > 0 && page > 140 ? 1 : 0)),
  };
});

async function indexSample(): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: indexLanguage });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const words = arrangeWords(sample, sampleTokens, 1);
    const added = await Promise.all(
      sample.map((_, page) =>
        index.addCustomRecord({ url: String(page), content: writeContent(words, page), language: indexLanguage }),
      ),
    );
    const { files: written, errors: more } = await index.getFiles();
    const all = [...added.flatMap((answer) => answer.errors), ...more];
    if (all.length > 0) throw new Error(`Pagefind: ${all.slice(0, 3).join('; ')}`);
    return written;
  } finally {
    await pagefind.close();
  }
}

/**
 * Each word of a page once, under its weight. Pagefind has an attribute for weights in HTML (`data-pagefind-weight`),
 * which its parser turns into these marks; a custom record can carry the marks as they are.
 */
function writeContent({ names, starts, pages, steps }: Words, page: number): string {
  return names
    .flatMap((name, word) => {
      const at = pages.subarray(starts[word], starts[word + 1]).indexOf(page);
      if (at < 0) return [];
      const weight = ((steps[(starts[word] ?? 0) + at] ?? 0) + 0.5) / stepsOfWeight;
      return [`___PAGEFIND_WEIGHT___${weight} ${name} ___END_PAGEFIND_WEIGHT___`];
    })
    .join(' ');
}

/** Throws if the sample's part does not say what ours says of it. */
function compareParts(part: Uint8Array): void {
  const words = arrangeWords(sample, sampleTokens, 1);
  const ours = decode(encodePart(words, 0, words.names.length).subarray(signature.length)) as Part;
  if (JSON.stringify(plain(decode(part) as Part)) !== JSON.stringify(plain(ours))) throw unknown();
}

/** Without the places in texts, which we leave out; the usual weight is written too. */
function plain([words, ...others]: Part): unknown {
  return [
    words.map(([name, pages, ...more]) => [
      name,
      pages.map(([distance, places, ...rest]) => [distance, places.length === 2 ? places[0] : usualWeight, ...rest]),
      ...more,
    ]),
    ...others,
  ];
}

const usualWeight = -25 - 1;

function readFrame(list: Uint8Array): Omit<PageListFrame, 'length'> {
  const [version, pages, , ...others] = decode(list) as List;
  if (pages.length !== sample.length || pages.some(([, words], page) => words !== sample[page]?.tokens.length))
    throw unknown();
  const empty = Buffer.from(encode([version, [], [], ...others]));
  const start = 1 + encode(version).length;
  return {
    before: empty.subarray(0, start).toString('base64'),
    after: empty.subarray(start + 1).toString('base64'),
  };
}

function unpack(packed: Uint8Array): Uint8Array {
  const content = gunzipSync(packed);
  if (content.subarray(0, signature.length).toString() !== signature) throw unknown();
  return new Uint8Array(content.subarray(signature.length));
}

const unknown = () => new Error('Pagefind writes its files in an unknown way.');

export interface PagefindFiles {
  readonly wasm: { readonly name: string; readonly content: Uint8Array };
  readonly script: string;
  readonly frame: Omit<PageListFrame, 'length'>;
}

type Part = readonly [
  words: readonly (readonly [
    name: string,
    pages: readonly (readonly [distance: number, places: readonly number[], ...rest: unknown[]])[],
    ...more: unknown[],
  ])[],
  ...others: unknown[],
];

type List = readonly [
  version: string,
  pages: readonly (readonly [name: string, words: number, group: string])[],
  parts: unknown,
  ...others: unknown[],
];
