import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { chromiumArguments, findChromium } from '../../../src/cli/browser/find-chromium.ts';
import type { Query, Ranking } from '../../../src/cli/search/rank-corpus.ts';
import { serveCounting } from './serve-counting.ts';

/** Writes the index of another search library, serves it with that library's code and asks all queries in Chromium. */
export async function rankInBrowser(
  competitor: Competitor,
  entries: readonly Entry[],
  questions: QuerySet,
  keywords: QuerySet,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-search-'));
  await competitor.writeIndex(folder, entries);
  await bundle(competitor.client, folder);
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="ja"><meta charset="utf-8"><title>bench</title></html>',
  );
  const served = await serveCounting(folder);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
  try {
    const page = await browser.newPage();
    await page.goto(served.address);
    served.sent.clear();
    const middle = questions.queries[Math.floor(questions.queries.length / 2)]?.text ?? '';
    await page.evaluate(askFirst, { code: `${served.address}client.js`, text: middle });
    const bytes = [...served.sent.values()].reduce((total, size) => total + size, 0);
    return { questions: await askAll(page, questions.queries), keywords: await askAll(page, keywords.queries), bytes };
  } finally {
    await browser.close();
    served.server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(entry: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => 'client.js' },
    },
  });
}

/** Runs in the page: opens the index and waits for one answer. */
async function askFirst({ code, text }: { code: string; text: string }): Promise<void> {
  const client = (await import(code)) as { open: () => Promise<Ask> };
  const ask = await client.open();
  (globalThis as unknown as { ask: Ask }).ask = ask;
  await ask(text, 10);
}

async function askAll(page: Page, queries: readonly Query[]): Promise<Ranking[]> {
  return await page.evaluate(async (all) => {
    const { ask } = globalThis as unknown as { ask: Ask };
    const rankings: Ranking[] = [];
    for (const { id, text } of all) {
      const from = performance.now();
      const ids = await ask(text, 10);
      rankings.push({ query: id, ids, ms: performance.now() - from });
    }
    return rankings;
  }, queries as Query[]);
}

/** Answers a query with the ids of the best Q&As. */
export type Ask = (text: string, top: number) => Promise<string[]>;

export interface Entry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** Another search library that the project's own search is compared with. */
export interface Competitor {
  readonly name: string;
  /** Writes what the browser needs below the folder that is served. */
  readonly writeIndex: (folder: string, entries: readonly Entry[]) => Promise<void>;
  /** A module for the browser that exports `open: () => Promise<Ask>`. */
  readonly client: string;
}

export interface QuerySet {
  readonly queries: readonly Query[];
  /** Query id → document id → grade. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface Outcome {
  readonly questions: readonly Ranking[];
  readonly keywords: readonly Ranking[];
  /** Compressed bytes from an empty cache to the first answer; undefined for what runs on a server. */
  readonly bytes?: number;
}
