import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { siteFixture, sites } from '../e2e/setup/sites.ts';
import { askSearchPage, openSearchPage } from './ask-search-page.ts';
import { judgeRow } from './judge-row.ts';
import { knownMisses } from './known-misses.ts';
import { qa } from './qa-ids.ts';
import { labelledQueries } from './queries.ts';

/** One open search page for all kinds that a worker tests. */
const test = base.extend<object, { searchPage: Page }>({
  searchPage: [
    async ({ browser }, use) => {
      const page = await openSearchPage(browser, sites.root.address);
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
      const failure = judgeRow(row, await askSearchPage(searchPage, row.query, row.absent.length > 0));
      const isMiss = knownMisses.has(row.query);
      if (failure !== undefined && !isMiss) failures.push(failure);
      if (failure === undefined && isMiss)
        failures.push(`${row.query}: answered again, take it out of the known misses`);
    }
    expect(failures.length, `${failures.length} of ${rows.length} rows fail\n${failures.join('\n')}\n`).toBe(0);
  });
}

test('the table names every Q&A of the site, asks for each, and is large enough', () => {
  const there = globSync('**/*.mdx', { cwd: path.join(siteFixture, 'content/qa') }).map((file) =>
    path.basename(file, '.mdx'),
  );
  const rows = Object.values(labelledQueries).flat();
  const wanted = new Set(rows.flatMap((row) => row.expected));
  expect(there.filter((id) => !wanted.has(id))).toEqual([]);
  expect(Object.values<string>(qa).filter((id) => !there.includes(id))).toEqual([]);
  expect([...knownMisses.keys()].filter((query) => !rows.some((row) => row.query === query))).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(150);
});
