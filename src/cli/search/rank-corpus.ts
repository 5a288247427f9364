import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findRelated, relatedCount } from '../../search/indexing/find-related.ts';
import { prepareIndex } from '../../search/indexing/prepare-index.ts';
import { writeIndex } from '../../search/indexing/write-index.ts';
import { indexFolder, type IndexDocument } from '../../search/index-format.ts';
import type { VocabularyFile } from '../../search/vocabulary.ts';
import { chromiumArguments, findChromium } from '../browser/find-chromium.ts';
import { bundleEngine, serveFolder, type Served } from './serve-engine.ts';

/**
 * Indexes documents as the site's build does and answers queries with the site's own browser code in a real Chromium.
 * `onProgress` hears how many queries are done.
 */
export async function rankCorpus({
  documents,
  vocabulary,
  queries,
  top,
  onProgress,
}: RankingTask): Promise<RankingOutcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-rank-'));
  const started = performance.now();
  const prepared = prepareIndex(documents, vocabulary);
  await writeIndex(prepared, findRelated(prepared, relatedCount), path.join(folder, indexFolder));
  const indexingMs = performance.now() - started;
  await bundleEngine(folder);
  const served = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
  try {
    const page = await browser.newPage();
    await page.goto(served.address);
    const bytes = await measureFirstAnswer(page, served, queries[Math.floor(queries.length / 2)]?.text ?? '');
    const rankings: Ranking[] = [];
    for (let from = 0; from < queries.length; from += batch) {
      const part = queries.slice(from, from + batch);
      rankings.push(...(await page.evaluate(askAll, { queries: part, top })));
      onProgress?.(Math.min(from + batch, queries.length));
    }
    return { rankings, indexingMs, bytes };
  } finally {
    await browser.close();
    served.server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const batch = 50;

/**
 * Runs in the page. What only touches a query is part of the ranking. The time is of the whole answer: terms looked up,
 * ranked, documents fetched, excerpts marked.
 */
async function askAll({ queries, top }: { queries: readonly Query[]; top: number }): Promise<Ranking[]> {
  const { search } = (globalThis as unknown as { bench: BrowserSearch }).bench;
  const rankings: Ranking[] = [];
  for (const { id, text } of queries) {
    const from = performance.now();
    const answer = await search({
      text,
      filters: {},
      sort: 'relevance',
      offset: 0,
      limit: top,
      counts: false,
      withTouching: true,
    });
    rankings.push({ query: id, ids: answer.results.map((result) => result.id), ms: performance.now() - from });
  }
  return rankings;
}

/** Bytes that go over the wire, compressed, from an empty cache to the first answer. */
async function measureFirstAnswer(page: Page, served: Served, text: string): Promise<number> {
  served.forgetSent();
  await page.evaluate(
    async ({ code, text }) => {
      const engine = (await import(code)) as { createSearch: (options: { basePath: string }) => BrowserSearch };
      const bench = engine.createSearch({ basePath: '/' });
      (globalThis as unknown as { bench: BrowserSearch }).bench = bench;
      await bench.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10, counts: false });
    },
    { code: `${served.address}engine.js`, text },
  );
  return served.listSent().reduce((total, { bytes }) => total + bytes, 0);
}

export interface Query {
  readonly id: string;
  readonly text: string;
}

export interface Ranking {
  readonly query: string;
  readonly ids: readonly string[];
  readonly ms: number;
}

interface RankingTask {
  readonly documents: readonly IndexDocument[];
  readonly vocabulary: readonly VocabularyFile[];
  readonly queries: readonly Query[];
  readonly top: number;
  readonly onProgress?: (done: number) => void;
}

interface RankingOutcome {
  readonly rankings: readonly Ranking[];
  readonly indexingMs: number;
  readonly bytes: number;
}

interface BrowserSearch {
  readonly search: (request: Record<string, unknown>) => Promise<{ results: { id: string }[] }>;
}
