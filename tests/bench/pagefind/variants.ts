import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import type { Plugin } from 'vite';
import { indexLanguage, indexPart, numberedFile } from '../../../src/search/index-format.ts';
import { defaultTuning, type Tuning } from '../../../src/search/indexing/tuning.ts';
import { makePageList } from '../../../src/search/pagefind/page-list.ts';
import { pack, type IndexFiles, type Word } from './index-files.ts';

/** The search as it is, and without one thing at a time that stands in `docs/pagefind.md`. */
export const variants: readonly Variant[] = [
  { name: 'as it is' },
  {
    name: "Pagefind's own script and list",
    change: writeOwnScript,
    engine: (folder) => [replaceModule('./pagefind/pagefind.ts', path.join(folder, 'own-script-client.ts'))],
  },
  {
    name: 'the whole script, called directly',
    change: async (index) => {
      index.write('pagefind.js', `${await readScript()};export default wasm_bindgen;`);
      return Promise.resolve();
    },
  },
  {
    name: 'the list of pages fetched',
    change: (index) => {
      const { opening, documents, others } = index.manifest();
      index.write('pages.pf_meta', pack(makePageList(opening.frame, documents + others)));
    },
    engine: () => [
      replaceText('src/search/pagefind/pagefind.ts', [
        ['[backend, wasm, ends]', '[backend, wasm, ends, list]'],
        ['readEnds(),\n', "readEnds(), read('pages.pf_meta'),\n"],
        ['const list = makePageList(opening.frame, documents + others);', ''],
      ]),
    ],
  },
  { name: 'one index', change: (index) => index.changeManifest({ sections: [''] }) },
  {
    name: 'parts of 4,000 postings',
    change: (index) => index.writeParts(cutWords(index.readParts().flat(), 4_000)),
  },
  {
    name: 'parts with places in texts',
    change: (index) => index.writeParts(index.readParts().map((words) => words.map(addPlaces))),
  },
  { name: 'no tails', tuning: { cap: 1_000_000 } },
  { name: 'pages by date, not near ones together', isUnordered: true },
  {
    name: 'a file for each result',
    change: (index) => {
      const { packs } = index.manifest();
      const count = readdirSync(path.join(index.folder, packs)).length;
      const pages = Array.from(
        { length: count },
        (_, number) => JSON.parse(index.read(numberedFile(packs, number)).toString()) as unknown[],
      ).flat();
      mkdirSync(path.join(index.folder, 'single'));
      for (const [number, page] of pages.entries()) index.write(numberedFile('single', number), JSON.stringify([page]));
      index.changeManifest({ packs: 'single', packSize: 1 });
    },
  },
  { name: 'no bundles', change: (index) => changeAhead(index, { bundles: [] }) },
  { name: 'nothing ahead', change: (index) => changeAhead(index, { bundles: [], vocabulary: {} }) },
];

/** Called before the index of a variant is made, and after. */
export function tune(tuning: Partial<Tuning>): () => void {
  const before = { ...defaultTuning };
  Object.assign(defaultTuning, tuning);
  return () => void Object.assign(defaultTuning, before);
}

/** All that Pagefind's script asks for: names by digests, as Pagefind gives them. */
async function writeOwnScript(index: IndexFiles): Promise<void> {
  const { opening, documents, others } = index.manifest();
  const [version, pages, , ...rest] = decode(makePageList(opening.frame, documents + others)) as unknown[];
  const parts = index.readParts().map((words, number) => {
    const name = `unknown_${createHash('sha256').update(String(number)).digest('hex').slice(0, 7)}`;
    return { name, number, first: words[0]?.[0], last: words.at(-1)?.[0] };
  });
  mkdirSync(path.join(index.folder, 'index'));
  for (const { name, number } of parts)
    index.write(`index/${name}.pf_index`, index.read(indexPart(opening.parts, number)));
  const list = encode([version, pages, parts.map(({ first, last, name }) => [first, last, name]), ...rest]);
  index.write('pagefind.unknown_list.pf_meta', pack(list));
  const languages = { unknown: { hash: 'unknown_list', wasm: null, page_count: documents } };
  index.write('pagefind-entry.json', JSON.stringify({ version, languages, include_characters: ['_'] }));
  index.write('own-pagefind.js', await readScript());
}

let script: Promise<string> | undefined;
function readScript(): Promise<string> {
  return (script ??= (async () => {
    const { index } = await pagefind.createIndex({ forceLanguage: indexLanguage });
    await index?.addCustomRecord({ url: '0', content: 'a', language: indexLanguage });
    const { files = [] } = (await index?.getFiles()) ?? {};
    await pagefind.close();
    return Buffer.from(files.find((file) => file.path === 'pagefind.js')?.content ?? '').toString();
  })());
}

function cutWords(words: readonly Word[], maxPostings: number): Word[][] {
  const parts: Word[][] = [[]];
  let postings = 0;
  for (const word of words) {
    if (postings > 0 && postings + word[1].length > maxPostings) {
      parts.push([]);
      postings = 0;
    }
    parts.at(-1)?.push(word);
    postings += word[1].length;
  }
  return parts;
}

/** One place each, as in a text of 2,000 words, since the texts are not here any more. */
function addPlaces([name, pages, ...rest]: Word, seed: number): Word {
  return [
    name,
    pages.map(([distance, [weight = 0], ...others], page) => [
      distance,
      [weight, (seed * 7_919 + page * 104_729) % 2_000],
      ...others,
    ]),
    ...rest,
  ];
}

function changeAhead(index: IndexFiles, change: object): void {
  const ahead = JSON.parse(index.read(index.manifest().ahead).toString()) as object;
  index.write('ahead.less.json', JSON.stringify({ ...ahead, ...change }));
  index.changeManifest({ ahead: 'ahead.less.json' });
}

function replaceModule(source: string, file: string): Plugin {
  return {
    name: 'replace-module',
    enforce: 'pre',
    resolveId: (id) => (id === source ? file : undefined),
  };
}

function replaceText(file: string, changes: readonly (readonly [from: string, to: string])[]): Plugin {
  return {
    name: 'replace-text',
    enforce: 'pre',
    load: (id) => {
      if (!id.endsWith(file)) return undefined;
      return changes.reduce(
        (code, [from, to]) => {
          if (!code.includes(from)) throw new Error(`There is no “${from}” in ${file}.`);
          return code.replace(from, to);
        },
        readFileSync(id, 'utf8'),
      );
    },
  };
}

export interface Variant {
  readonly name: string;
  /** Changes the files of an index. */
  readonly change?: (index: IndexFiles) => void | Promise<void>;
  /** What else the engine is bundled with; `folder` is that of this file. */
  readonly engine?: (folder: string) => Plugin[];
  readonly tuning?: Partial<Tuning>;
  readonly isUnordered?: boolean;
}
