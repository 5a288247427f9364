/**
 * What goes over the wire from an empty cache to the first answer: `npm run bench:bytes -- [--count 10000] [--folder
 * DIR]`. COUNT Q&As mixed from the set of `search:eval`, sixteen of its questions and of its keyword forms, each in a
 * page of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { quantile } from '../../src/cli/search/quantile.ts';
import { readCorpus, readQueries } from '../../src/cli/search/read-task.ts';
import { readVocabulary } from '../../src/cli/search/read-vocabulary.ts';
import { bundleEngine, serveFolder, type SentFile, type Served } from '../../src/cli/search/serve-engine.ts';
import { findRelated, relatedCount } from '../../src/search/indexing/find-related.ts';
import { prepareIndex } from '../../src/search/indexing/prepare-index.ts';
import { writeIndex } from '../../src/search/indexing/write-index.ts';
import { indexFolder } from '../../src/search/index-format.ts';
import { mixDocuments } from './search/mix-documents.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: path.resolve(root, '../shared/search-eval') },
    count: { type: 'string', default: '10000' },
  },
});
const asked = 16;
const kinds: readonly (readonly [name: string, files: RegExp])[] = [
  ["Pagefind's script", /pagefind\.js$/],
  ["Pagefind's Wasm", /wasm\./],
  ['index parts', /pf_index$/],
  ['list of pages and parts', /pf_meta$|ends\./],
  ['engine', /\.js$/],
  ['what results show', /documents[./]|packs\./],
  ['vocabulary, for every query', /vocabulary\./],
  ['vocabulary, parts', /words(?:\.\w+)?\//],
  ['word lists', /words-/],
  ['others', /(?:)/],
];

const folder = await mkdtemp(path.join(tmpdir(), 'search-bytes-'));
try {
  const documents = await readCorpus(path.join(values.folder, 'corpus.jsonl'));
  const count = Number(values.count);
  const prepared = prepareIndex(
    count === documents.length ? documents : mixDocuments(documents, count),
    await readVocabulary(root),
  );
  await writeIndex(prepared, findRelated(prepared, relatedCount), path.join(folder, indexFolder));
  await bundleEngine(folder);
  const served = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
  try {
    for (const name of ['dev-queries.tsv', 'dev-short-queries.tsv']) {
      const queries = await readQueries(path.join(values.folder, name));
      const chosen = queries.filter((_, place) => place % Math.floor(queries.length / asked) === 0).slice(0, asked);
      const sent: (readonly SentFile[])[] = [];
      for (const { text } of chosen) sent.push(await askFirst(browser, served, text));
      console.log(`${name}, ${count} Q&As: ${describe(sent)}`);
      console.table(Object.fromEntries(kinds.map(([kind]) => [kind, meanOf(kind, sent)])));
    }
  } finally {
    await browser.close();
    served.server.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function askFirst(browser: Browser, served: Served, text: string): Promise<readonly SentFile[]> {
  const page = await browser.newPage();
  await page.goto(served.address);
  served.forgetSent();
  await page.evaluate(
    async ({ code, text }) => {
      const { createSearch } = (await import(code)) as {
        createSearch: (options: object) => { search: (request: object) => Promise<unknown> };
      };
      await createSearch({ basePath: '/' }).search({
        text,
        filters: {},
        sort: 'relevance',
        offset: 0,
        limit: 10,
        counts: false,
      });
    },
    { code: `${served.address}engine.js`, text },
  );
  const sent = served.listSent();
  await page.close();
  return sent;
}

function describe(sent: readonly (readonly SentFile[])[]): string {
  const totals = sent.map((files) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
  const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(totals, share).toFixed(1));
  return `${middle} KB (${least}–${most}) in ${quantile(
    sent.map((files) => files.length),
    0.5,
  )} files`;
}

function meanOf(kind: string, sent: readonly (readonly SentFile[])[]): { KB: number; files: number } {
  const isOfKind = ({ name }: SentFile) => kinds.find(([, files]) => files.test(name))?.[0] === kind;
  const files = sent.flatMap((each) => each.filter(isOfKind));
  const mean = (sum: number) => Number((sum / sent.length).toFixed(1));
  return { KB: mean(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024), files: mean(files.length) };
}
