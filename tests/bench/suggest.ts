/**
 * What the first suggestion of a search box takes over 10,000 Q&As: kilobytes (gzip) from the focus on, and
 * milliseconds from a letter to the list on a page whose box has been used. `npm run bench:suggest`, optionally with
 * another number of Q&As.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { quantile } from '../../src/cli/search/quantile.ts';
import { readVocabulary } from '../../src/cli/search/read-vocabulary.ts';
import { readCorpus } from '../../src/cli/search/read-task.ts';
import { collectKanaWords, compileVocabulary } from '../../src/search/indexing/compile-vocabulary.ts';
import { writeSuggestions } from '../../src/search/indexing/write-suggestions.ts';
import { indexFolder, type IndexDocument } from '../../src/search/index-format.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { serveCounting } from './search/serve-counting.ts';

const root = path.resolve(import.meta.dirname, '../..');
const count = Number(process.argv[2] ?? 10_000);
const typedTexts = [
  'ひ',
  'h',
  'し',
  's',
  'ひっ',
  'hikk',
  '引',
  '引越',
  '住民',
  'じゅうみん',
  'mai',
  'sh',
  'ky',
  'ho',
  'マイナ',
  'こども',
  '犬の登',
  '国民健康保',
  '市',
  '避難所 う',
];

const folder = await mkdtemp(path.join(tmpdir(), 'bench-suggest-'));
await mkdir(path.join(folder, indexFolder));
const vocabulary = await readVocabulary(root);
const questions = await mixQuestions(count);
const started = performance.now();
const known = compileVocabulary(vocabulary, new Map(), () => true);
await writeSuggestions({ pages: questions, vocabulary: known }, [], path.join(folder, indexFolder));
console.log(`${questions.length} Q&As, indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
await bundle();

const served = await serveCounting(folder);
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
const rows: Record<string, { 'KB before the first': string; 'ms on a warm page': string; lines: number }> = {};
const [bytes, times]: [number[], number[]] = [[], []];
for (const text of typedTexts) {
  const page = await browser.newPage();
  served.sent.clear();
  await page.goto(served.address);
  // The page's own files do not count, only what is fetched after the input has the focus.
  for (const file of ['index.html', 'page.js']) served.sent.delete(file);
  const lines = (await type(page, text)).lines;
  const sent = [...served.sent.values()].reduce((total, size) => total + size, 0);
  await page.reload();
  await type(page, '届');
  const { ms } = await type(page, text);
  await page.close();
  bytes.push(sent);
  times.push(ms);
  rows[text] = { 'KB before the first': (sent / 1024).toFixed(1), 'ms on a warm page': ms.toFixed(0), lines };
}
await browser.close();
served.server.close();
await rm(folder, { recursive: true });
console.table(rows);
const summary = (values: number[]) =>
  [quantile(values, 0.5), Math.max(...values)].map((value) => value.toFixed(1)).join(' / ');
console.log(
  `KB before the first suggestion: ${summary(bytes.map((value) => value / 1024))} (median / max); at most 30`,
);
console.log(`ms to the first suggestion on a warm page: ${summary(times)} (median / max); at most 150`);

/** As many questions as wanted, mixed from the words of the evaluation corpus, each with two aliases and a day. */
async function mixQuestions(wanted: number): Promise<IndexDocument[]> {
  const base = await readCorpus(path.resolve(root, '../shared/search-eval/corpus.jsonl'));
  const kana = collectKanaWords(vocabulary);
  const words = base.map(({ question }) =>
    tokenise(question, kana).map(({ start, end }) => question.slice(start, end)),
  );
  const draw = (number: number) => words[(number * 7_919) % words.length]?.filter((word) => word.length > 1) ?? [];
  return Array.from({ length: wanted }, (_, number) => {
    const own = base[number % base.length];
    const again = Math.floor(number / base.length);
    const question =
      again === 0 ? (own?.question ?? '') : `${draw(number).slice(0, 2).join('の')}と${own?.question ?? ''}`;
    const aliases = [1, 2].map((alias) =>
      draw(number * 3 + alias)
        .slice(0, 3)
        .join(' '),
    );
    const date = `20${10 + (number % 16)}-${String(1 + (number % 12)).padStart(2, '0')}-01`;
    const id = number.toString(36).padStart(8, 'q');
    return {
      id,
      url: `/q/${id}/`,
      question,
      aliases,
      summary: '',
      sections: [],
      meta: {},
      filters: {},
      date,
      prior: 1,
    };
  });
}

/** The box's own program, as a page loads it. */
async function bundle(): Promise<void> {
  const settings = { configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
  await build({
    ...settings,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      rollupOptions: {
        input: path.join(root, 'src/search/suggest-element.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const form = '<form action="/search/"><qa-suggest><input id="box" name="q"></qa-suggest></form>';
  const head = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>bench</title>';
  await writeFile(
    path.join(folder, 'index.html'),
    `${head}<script type="module" src="/page.js"></script>${form}</html>`,
  );
}

function type(page: Page, text: string): Promise<{ ms: number; lines: number }> {
  return page.evaluate(async (text) => {
    const input = document.querySelector('input') as HTMLInputElement;
    const isOpen = () => document.querySelector('[role=listbox]')?.hasAttribute('hidden') === false;
    const enter = (value: string) => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const frame = () => new Promise(requestAnimationFrame);
    input.focus();
    enter('');
    for (let waited = 0; isOpen() && waited < 100; waited += 1) await frame();
    const from = performance.now();
    enter(text);
    while (!isOpen() && performance.now() - from < 3_000) await frame();
    return { ms: performance.now() - from, lines: document.querySelectorAll('[role=option]').length };
  }, text);
}
