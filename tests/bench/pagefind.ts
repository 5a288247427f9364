/**
 * What each thing that we do to Pagefind (`docs/pagefind.md`) is worth to a reader: milliseconds from a search to its
 * answer at 1.6 Mbit/s with a processor a quarter as fast, the first in a page with an empty cache and later ones 2 s
 * after one another, and what the first fetches: with it and without it in turn, over COUNT generated Q&As, or the
 * shipped ones (0). `npm run bench:pagefind [-- --count 10000] [--rounds 7] [--only NAME]`
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'vite';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { quantile } from '../../src/cli/search/quantile.ts';
import type { SiteIndexInput } from '../../src/loader/index-input.ts';
import { indexFolder } from '../../src/search/index-format.ts';
import { findRelated, relatedCount } from '../../src/search/indexing/find-related.ts';
import { prepareIndex } from '../../src/search/indexing/prepare-index.ts';
import { writeIndex } from '../../src/search/indexing/write-index.ts';
import { development } from '../search/clerk-queries/development.ts';
import { openIndexFiles } from './pagefind/index-files.ts';
import { servePacked, type PackedServer } from './pagefind/serve-packed.ts';
import { tune, variants, type Variant } from './pagefind/variants.ts';
import { generateDocuments } from './search-index/generate-documents.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const wanted = variants.filter(
  ({ name }, place) => place === 0 || values.only.length === 0 || values.only.includes(name),
);
const laterCount = 3;

const folder = await mkdtemp(path.join(tmpdir(), 'bench-pagefind-'));
try {
  const input = await generateDocuments(Number(values.count), folder);
  const folders = new Map<string, string>();
  for (const [number, variant] of wanted.entries())
    folders.set(String(number), await makeVariant(variant, number, input));
  const served = await servePacked(folders);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
  const sessions = wanted.map((): Session[] => []);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const start = (round * (laterCount + 1) * 3) % development.length;
    const texts = [...development, ...development].slice(start, start + laterCount + 1).map(({ query }) => query);
    for (const number of wanted.keys()) sessions[number]?.push(await ask(browser, served, String(number), texts));
    console.error(`round ${round + 1}`);
  }
  await browser.close();
  served.close();
  console.log(`${input.documents.length} Q&As, ${values.rounds} rounds, medians`);
  console.table(
    Object.fromEntries(wanted.map(({ name }, place) => [name, describe(sessions[place] ?? [], sessions[0] ?? [])])),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function makeVariant(variant: Variant, number: number, input: SiteIndexInput): Promise<string> {
  const target = path.join(folder, String(number));
  const index = path.join(target, indexFolder);
  if (number > 0 && !variant.tuning && !variant.isUnordered)
    await cp(path.join(folder, '0', indexFolder), index, { recursive: true });
  else {
    const restore = tune(variant.tuning ?? {});
    const prepared = prepareIndex(input.documents, input.vocabulary, input.site);
    const related = variant.isUnordered ? new Map<string, string[]>() : findRelated(prepared, relatedCount);
    await writeIndex(prepared, related, index);
    restore();
  }
  await variant.change?.(openIndexFiles(index));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: variant.engine?.(path.join(import.meta.dirname, 'pagefind')) ?? [],
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'es2022',
      rollupOptions: {
        input: path.resolve('src/search/engine.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'engine.js' },
      },
    },
  });
  return target;
}

/** Each in a browser of its own, without a cache. */
async function ask(browser: Browser, served: PackedServer, name: string, texts: readonly string[]): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${served.address}${name}/`);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  served.startCounting();
  const [firstText = '', ...others] = texts;
  const first = await page.evaluate(askFirst, { basePath: `/${name}/`, text: firstText });
  const { bytes, requests } = served.countSent();
  const later: number[] = [];
  for (const text of others) {
    // A reader's pause: what is fetched ahead comes meanwhile.
    await page.waitForTimeout(2_000);
    later.push(await page.evaluate(askAgain, text));
  }
  await context.close();
  return { first, bytes, requests, later };
}

/** Runs in the page. */
async function askFirst({ basePath, text }: { basePath: string; text: string }): Promise<number> {
  const from = performance.now();
  const { createSearch } = (await import(`${basePath}engine.js`)) as {
    createSearch: (options: { basePath: string }) => BrowserSearch;
  };
  const bench = createSearch({ basePath });
  (globalThis as unknown as { bench: BrowserSearch }).bench = bench;
  await bench.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10, counts: false });
  return performance.now() - from;
}

/** Runs in the page. */
async function askAgain(text: string): Promise<number> {
  const { bench } = globalThis as unknown as { bench: BrowserSearch };
  const from = performance.now();
  await bench.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10, counts: false });
  return performance.now() - from;
}

/** The differences are medians of those between two sessions of one round, in per cent of the search as it is. */
function describe(sessions: readonly Session[], asItIs: readonly Session[]): Record<string, string | number> {
  const column = (read: (session: Session) => number): { value: number; difference: string } => {
    const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
    const base = median(asItIs.map(read));
    const difference = median(sessions.map((session, round) => read(session) - read(asItIs[round] ?? session)));
    return { value: median(sessions.map(read)), difference: `${((100 * difference) / base).toFixed(0)} %` };
  };
  const first = column((session) => session.first);
  const later = column((session) => quantile(session.later, 0.5));
  const bytes = column((session) => session.bytes);
  return {
    'first (ms)': Math.round(first.value),
    'more (%)': first.difference,
    'later (ms)': Math.round(later.value),
    'later, more (%)': later.difference,
    KB: Number((bytes.value / 1024).toFixed(1)),
    'KB, more (%)': bytes.difference,
    files: quantile(
      sessions.map(({ requests }) => requests),
      0.5,
    ),
  };
}

interface Session {
  readonly first: number;
  readonly bytes: number;
  readonly requests: number;
  readonly later: readonly number[];
}

interface BrowserSearch {
  readonly search: (request: Record<string, unknown>) => Promise<unknown>;
}
