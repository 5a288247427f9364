import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { searchWords } from '../../src/strings/search.ts';
import { siteFixture, sites } from '../e2e/setup/sites.ts';
import { judgeRow, type Answer } from './judge-row.ts';
import { qa } from './qa-ids.ts';
import { labelledQueries } from './queries.ts';

/** One open search page for all kinds that a worker tests: the queries go through its box, as a clerk's do. */
const test = base.extend<object, { searchPage: Page }>({
  searchPage: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ locale: 'ja-JP' });
      await page.goto(`${sites.root.address}search/`);
      await page.getByRole('main').getByRole('searchbox').focus();
      await page.locator('.search-results').waitFor({ state: 'attached', timeout: 20_000 });
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

for (const [kind, rows] of Object.entries(labelledQueries)) {
  test(`${kind}: ${rows.length} rows`, async ({ searchPage }) => {
    const failures: string[] = [];
    for (const row of rows) {
      const failure = judgeRow(row, await ask(searchPage, row.query, row.absent.length > 0));
      if (failure !== undefined) failures.push(failure);
    }
    expect(failures.length, `${failures.length} of ${rows.length} rows fail\n${failures.join('\n')}\n`).toBe(0);
  });
}

test('the table names every Q&A of the site, asks for each, and is large enough', () => {
  const there = globSync('**/*.mdx', { cwd: path.join(siteFixture, 'content/qa') }).map((file) => path.basename(file, '.mdx'));
  const rows = Object.values(labelledQueries).flat();
  const wanted = new Set(rows.flatMap((row) => row.expected));
  expect(there.filter((id) => !wanted.has(id))).toEqual([]);
  expect(Object.values<string>(qa).filter((id) => !there.includes(id))).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

/** Types a query and reads the answer once it stands; with `all`, down to the last result. */
async function ask(page: Page, query: string, all: boolean): Promise<Answer> {
  await page.getByRole('main').getByRole('searchbox').fill(query);
  const answer = await page.evaluate(readAnswer, { query: query.trim(), all });
  if (answer.status === searchWords.failed) throw new Error(`The search broke down at ${query}.`);
  return answer;
}

/** Runs in the page: the address holds a query as soon as it is asked, and the results are busy until it is answered. */
async function readAnswer({ query, all }: { query: string; all: boolean }): Promise<Answer & { status: string }> {
  const results = document.querySelector('.search-results');
  const settle = async (isDone: () => boolean): Promise<void> => {
    const from = performance.now();
    while (results === null || results.hasAttribute('aria-busy') || !isDone()) {
      if (performance.now() - from > 20_000) throw new Error(`No answer to ${query}: ${location.search}, ${results?.outerHTML.slice(0, 300) ?? 'no results'}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const read = (): string[] => [...document.querySelectorAll<HTMLElement>('.search-results li.result')].map((item) => item.dataset['id'] ?? '');
  await settle(() => (new URL(location.href).searchParams.get('q') ?? '').trim() === query);
  for (let more = document.querySelector<HTMLButtonElement>('.more-results'); all && more?.hidden === false; ) {
    const before = read().length;
    more.click();
    await settle(() => read().length > before);
  }
  return { ids: read(), leftOut: document.querySelector('.result-notes .notice')?.textContent ?? '', status: document.querySelector('.result-count')?.textContent ?? '' };
}
