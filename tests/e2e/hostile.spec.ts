import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { compileMdx } from '../../src/mdx/compile-mdx.ts';
import { hostileCases, splitDocument } from '../fixtures/hostile-mdx/cases.ts';
import { SearchPage } from './pages/search-page.ts';
import { hostileText, planted } from './setup/plant-content.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const site = sites.planted;

/** No policy stands in the way here: what is inert must be so by itself. */
test('no script runs and no request leaves from hostile text that is rendered', async ({ page }) => {
  const { signs } = await watchForLife(page);
  const inert = hostileCases.filter((hostile) => hostile.expected === 'inert');
  expect(inert.length).toBeGreaterThan(30);
  for (const hostile of inert) {
    const html = textsOf(hostile.file)
      .map((text) => compileMdx(text, { basePath: '/' }).html)
      .join('');
    await page.setContent(`<!doctype html><html lang="ja"><title>検査</title><main>${html}</main></html>`);
    await page.mouse.move(20, 20);
    const alive = await page.evaluate(
      () => document.querySelectorAll('script, style, iframe, object, embed, form, link, meta, base, svg').length,
    );
    expect(alive, hostile.file).toBe(0);
    await page.waitForTimeout(20);
    expect(signs, hostile.file).toEqual([]);
  }
});

test('hostile fields are text on every page that shows them', async ({ page }) => {
  const { signs } = await watchForLife(page);
  const seen = watchPage(page, site.origin);
  for (const address of [`q/${planted.hostile}/`, '', 'groups/gifu/', 'topics/records/']) {
    await page.goto(site.address + address);
    await expect(page.locator('main script[src="x"], main img[src="x"]')).toHaveCount(0);
  }
  await page.goto(`${site.address}q/${planted.hostile}/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(hostileText);

  const search = new SearchPage(page, site);
  await search.open();
  await search.type('無害な文字として表示');
  await expect(search.questions.first()).toContainText(hostileText);
  expect(signs).toEqual([]);
  expect(seen.problems).toEqual([]);
});

/** Body, answers and the front matter itself: whatever of a hostile file could ever be taken for Markdown. */
function textsOf(file: string): string[] {
  const source = readFileSync(path.join('tests/fixtures/hostile-mdx', file), 'utf8');
  const { frontMatter, body } = splitDocument(source);
  const answers = answerTexts(frontMatter);
  return [body, ...answers, ...(answers.length === 0 && frontMatter !== '' ? [source] : [])];
}

function answerTexts(frontMatter: string): string[] {
  try {
    const value = parse(frontMatter) as { answers?: { text?: unknown }[] } | null;
    return (value?.answers ?? []).flatMap((answer) => (typeof answer.text === 'string' ? [answer.text] : []));
  } catch {
    return [];
  }
}

async function watchForLife(page: Page): Promise<{ signs: string[] }> {
  const signs: string[] = [];
  page.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => signs.push('popup'));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && /^https?:/.test(request.url()))
      signs.push(`request: ${request.url()}`);
  });
  return { signs };
}
