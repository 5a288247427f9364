import type { Browser, Page } from '@playwright/test';
import { searchMessages } from '../../src/strings/search.ts';
import type { Answer } from './judge-row.ts';

/** An open search page of the site at `address`: queries go through its box, as a clerk's do. */
export async function openSearchPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.goto(`${address}search/`);
  await page.locator('main [data-search-input]').focus();
  await page.locator('.search-results').waitFor({ state: 'attached', timeout: 20_000 });
  return page;
}

/** Types a query and reads the answer once it stands; with `all`, down to the last result. */
export async function askSearchPage(page: Page, query: string, all: boolean): Promise<PageAnswer> {
  await page.locator('main [data-search-input]').fill(query);
  const answer = await page.evaluate(readAnswer, { query: query.trim(), all });
  if (answer.status === searchMessages.failed) throw new Error(`The search broke down at ${query}.`);
  return answer;
}

/** Runs in the page: the address holds a query once it is asked, and the results are busy until it is answered. */
async function readAnswer({ query, all }: { query: string; all: boolean }): Promise<PageAnswer> {
  const results = document.querySelector('.search-results');
  const settle = async (isDone: () => boolean): Promise<void> => {
    const from = performance.now();
    while (results === null || results.hasAttribute('aria-busy') || !isDone()) {
      if (performance.now() - from > 20_000) {
        const there = results?.outerHTML.slice(0, 300) ?? 'no results';
        throw new Error(`No answer to ${query}: ${location.search}, ${there}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.search-results li.result')];
  await settle(() => (new URL(location.href).searchParams.get('q') ?? '').trim() === query);
  for (let more = document.querySelector<HTMLButtonElement>('.more-results'); all && more?.hidden === false;) {
    const before = cards().length;
    more.click();
    await settle(() => cards().length > before);
  }
  const ids = (of: HTMLElement[]): string[] => of.map((card) => card.dataset['id'] ?? '');
  return {
    ids: ids(cards()),
    shown: ids(cards().filter((card) => card.checkVisibility())),
    leftOut: document.querySelector('.result-notes .notice')?.textContent ?? '',
    nothing: document.querySelector('.result-notes .nothing')?.textContent ?? '',
    status: document.querySelector('.result-count')?.textContent ?? '',
  };
}

export interface PageAnswer extends Answer {
  /** Those of `ids` that one sees without opening what is folded. */
  readonly shown: readonly string[];
  /** What the page says when there is no result. */
  readonly nothing: string;
  readonly status: string;
}
