import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { skipInFirefox } from './setup/engine-limits.ts';
import { builtPages } from './setup/built-pages.ts';
import { planted, plantedFeedback } from './setup/plant-content.ts';
import { readAttributes, readPages } from './setup/read-head.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';
import { watchPage } from './setup/watch-page.ts';

const { path: longPage, url: longUrl } = findLongPage();

test.describe('taking an answer along', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the text for chats is on the clipboard: question, answer, who and when, link', async ({ page }) => {
    const seen = watchPage(page, sites.root.origin);
    await page.goto(sites.root.address + longPage);
    await page.getByRole('button', { name: 'チャットに貼る' }).click();
    await expect(page.locator('.toast')).toHaveText(/コピーしました/);
    const lines = (await clipboard(page)).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(await page.locator('h1').innerText());
    expect(lines[1]).toBe(`→ ${await page.locator('.answer-box-text').innerText()}`);
    expect(lines[2]).toMatch(/^（.+\d{4}年\d{1,2}月\d{1,2}日）$/);
    expect(lines[3]).toBe(longUrl);
    expect(seen.problems).toEqual([]);
  });

  test('Slack, Markdown and the bare link have forms of their own', async ({ page }) => {
    await page.goto(sites.root.address + longPage);
    await page.getByText('共有', { exact: true }).click();
    await page.getByRole('button', { name: 'リンクをコピー', exact: true }).first().click();
    await expect.poll(() => clipboard(page)).toBe(longUrl);
    await page.getByRole('button', { name: 'Slack形式でコピー' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^\*.+\*\n> .+\n.+\nhttp/s);
    await page.getByRole('button', { name: 'Markdownでコピー' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^\*\*\[.+\]\(<http.+>\)\*\*\n\n> /);
    await expect(page.getByRole('img', { name: /QRコード/ })).toBeVisible();
  });

  test('each answer and heading has a button, reached by keyboard, whose link leads to just there', async ({
    page,
  }) => {
    await page.goto(sites.root.address + longPage);
    const buttons = page.getByRole('button', { name: /」へのリンクをコピー$/ });
    const anchors = await page
      .locator('.answer[id], .prose :is(h2, h3, h4)[id]')
      .evaluateAll((elements) => elements.map((element) => element.id));
    expect(anchors.length).toBeGreaterThan(3);
    await expect(buttons).toHaveCount(anchors.length);
    for (const [index, id] of anchors.entries()) {
      const button = buttons.nth(index);
      await button.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => clipboard(page)).toBe(`${longUrl}#${encodeURIComponent(id)}`);
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await page.goto(await clipboard(page));
    await expect(page.locator(':target')).toHaveId(anchors.at(-1) ?? '');
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('nothing moves when the buttons come', async ({ page }) => {
    await page.goto(sites.root.address + longPage);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 500);
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });

  test('search results are ticked and copied together, and stay ticked while the search goes on', async ({ page }) => {
    await page.goto(`${sites.root.address}search/?q=${encodeURIComponent('庁舎の引越し')}`);
    await page
      .getByRole('checkbox', { name: /を選ぶ$/ })
      .first()
      .check();
    const first = await page.locator('.result').first().locator('[data-result-link]').innerText();
    await page.locator('[data-search-input]').first().fill('ワクチン');
    await expect(page.locator('.result').first().locator('[data-result-link]')).not.toHaveText(first);
    await page.locator('.choose-result input').nth(1).check();
    await page.getByRole('button', { name: 'まとめてチャットに貼る' }).click();
    await expect.poll(() => clipboard(page)).toContain('\n\n');
    const texts = (await clipboard(page)).split('\n\n');
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain(first);
    for (const text of texts) expect(text.split('\n').at(-1)).toMatch(new RegExp(`^${sites.root.address}q/\\w+/$`));
  });

  test('what is picked can be put back', async ({ page }) => {
    await page.goto(`${sites.root.address}search/?q=${encodeURIComponent('避難所')}`);
    await page.locator('.choose-result input').first().check();
    const bar = page.getByRole('region', { name: '選んだ検索結果' });
    await expect(bar).toContainText('1件');
    expect(await runAxe(page)).toEqual([]);
    await bar.getByRole('button', { name: '選択を外す' }).click();
    await expect(bar).toBeHidden();
    await expect(page.locator('.choose-result input').first()).not.toBeChecked();
  });

  test('the bookmark for selected text is copied, and finds what was selected', async ({ page, context }) => {
    await page.goto(`${sites.root.address}pages/how-to-search/`);
    await page.locator('qa-copy button').first().click();
    await expect.poll(() => clipboard(page)).toMatch(/^javascript:/);
    const bookmark = await clipboard(page);
    const chat = await context.newPage();
    await chat.setContent('<p id="said">罹災証明書</p>');
    await chat.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#said') ?? document.body));
    const [found] = await Promise.all([
      context.waitForEvent('page'),
      chat.evaluate((code) => void (0, eval)(decodeURIComponent(code.replace('javascript:', ''))), bookmark),
    ]);
    await expect(found.locator('[data-search-input]').first()).toHaveValue('罹災証明書');
    await expect(found.locator('.result').first()).toBeVisible();
  });
});

test('where the browser keeps the clipboard shut, the older way is taken, and at last the text is shown', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    const taken: string[] = [];
    document.execCommand = (command: string) => {
      taken.push(`${command}:${(document.activeElement as HTMLTextAreaElement).value}`);
      document.documentElement.dataset['taken'] = taken.at(-1) ?? '';
      return !location.hash.includes('shut');
    };
  });
  await page.goto(sites.root.address + longPage);
  await page.getByRole('button', { name: 'チャットに貼る' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-taken', new RegExp(`^copy:.*${longUrl}$`, 's'));
  await expect(page.locator('.toast')).toHaveText(/コピーしました/);
  await page.goto(`${sites.root.address}${longPage}#shut`);
  await page.reload();
  await page.getByRole('button', { name: 'チャットに貼る' }).click();
  await expect(page.locator('.toast')).toHaveText(/自動でコピーできませんでした/);
  await expect(page.getByRole('textbox', { name: 'コピーする文' })).toHaveValue(new RegExp(`${longUrl}$`));
});

test('the system’s own sheet is offered only where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value:
        location.hash === '#none'
          ? undefined
          : (data: ShareData) =>
              Promise.resolve(void (document.documentElement.dataset['shared'] = JSON.stringify(data))),
    });
  });
  await page.goto(sites.root.address + longPage);
  await page.getByText('共有', { exact: true }).click();
  await page.getByRole('button', { name: 'アプリで共有' }).click();
  expect(JSON.parse((await page.locator('html').getAttribute('data-shared')) ?? '')).toMatchObject({
    url: longUrl,
    title: await page.locator('h1').innerText(),
  });
  await page.goto(`${sites.root.address}${longPage}#none`);
  await page.reload();
  await page.getByText('共有', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'リンクをコピー', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'アプリで共有' })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('mail, the QR code and the text of a report are still there, and no button that does nothing', async ({
    page,
  }) => {
    skipInFirefox('noScripts');
    await page.goto(sites.root.address + longPage);
    await page.getByText('共有', { exact: true }).click();
    const mail = new URL((await page.getByRole('link', { name: 'メールで送る' }).getAttribute('href')) ?? '');
    expect(mail.searchParams.get('body')).toContain(longUrl);
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('img', { name: /QRコード/ })).toBeVisible();
    await page.getByText('連絡文を見る').click();
    await expect(page.locator('.feedback-text')).toContainText(longUrl);
  });

  test('a former address leads on, and says where to', async ({ page }) => {
    await page.goto(`${sites.planted.address}q/qqoldold/`);
    await expect(page).toHaveURL(`${sites.planted.address}q/${planted.moved}/`);
    const html = readFileSync(path.join(sites.planted.folder, 'q/qqoldold/index.html'), 'utf8');
    expect(html).toContain(`<link rel="canonical" href="${sites.planted.address}q/${planted.moved}/">`);
    expect(readAttributes(html, 'href')).toContain(`/q/${planted.moved}/`);
    expect(html.match(/rel="canonical"/g)).toHaveLength(1);
  });
});

test.describe('a report to the editors', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is prepared with the part of the page, the id and the version, and is sent by nobody', async ({ page }) => {
    const seen = watchPage(page, sites.root.origin);
    await page.goto(sites.root.address + longPage);
    const requests: string[] = [];
    // The browser fetches the page's icon when it likes.
    // So it does with the programs of parts that come near; only what carries something counts.
    page.on('request', (request) => {
      const isProgram = /^(?:script|stylesheet)$/.test(request.resourceType()) && !request.url().includes('?');
      if (!isProgram && !/\/(?:icon\.svg|apple-touch-icon\.png)$/.test(request.url())) requests.push(request.url());
    });
    await page.getByLabel('場所').selectOption({ index: 1 });
    await page.getByRole('button', { name: '古い' }).click();
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^この回答について知らせる：古い\n.+\n場所：回答1\n\w+（[0-9a-f]{8}）\nhttp/);
    expect(requests).toEqual([]);
    expect(seen.problems).toEqual([]);
  });
});

test('a configured form is opened with everything filled in, the chosen part of the page included', async ({
  page,
}) => {
  await page.goto(`${sites.planted.address}q/${planted.moved}/`);
  const link = page.locator('qa-feedback').getByRole('link', { name: '「間違い」と伝える' });
  const filled = async () => Object.fromEntries(new URL((await link.getAttribute('href')) ?? '').searchParams);
  const whole = await filled();
  expect(whole).toEqual({
    kind: '間違い',
    part: '全体',
    page: `${sites.planted.address}q/${planted.moved}/`,
    version: expect.stringMatching(new RegExp(`^${planted.moved}-[0-9a-f]{8}$`)),
  });
  await page.getByLabel('場所').selectOption('回答1');
  expect(await filled()).toEqual({ ...whole, part: '回答1' });
  expect(new URL((await link.getAttribute('href')) ?? '').origin).toBe(new URL(plantedFeedback).origin);
});

test('a withdrawn Q&A says when and why, and offers nothing to take along', async ({ page }) => {
  await page.goto(`${sites.planted.address}q/${planted.withdrawn}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('この回答は取り下げられました');
  await expect(page.locator('main')).toContainText('2026年（令和8年）2月3日');
  await expect(page.locator('main')).toContainText('制度が変わったため');
  await expect(page.locator('qa-share')).toHaveCount(0);
});

test('on paper the address and its QR code stand at the top right', async ({ page }) => {
  skipInFirefox('print');
  await page.goto(sites.root.address + longPage);
  await page.emulateMedia({ media: 'print' });
  const place = page.locator('.print-address');
  await expect(place).toContainText(longUrl);
  const box = await place.locator('svg').boundingBox();
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(box?.width).toBeGreaterThan(80);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan((title?.width ?? 0) * 0.8);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(title?.y ?? 0);
  await expect(page.getByRole('button', { name: 'チャットに貼る' })).toBeHidden();
});

test('a question asked in the address is answered on the home page and on the search page', async ({ page }) => {
  for (const site of [sites.root, sites.based]) {
    for (const place of ['', 'search/']) {
      await page.goto(`${site.address}${place}?q=${encodeURIComponent('避難所の開設')}`);
      await expect(page.locator('main [data-search-input]')).toHaveValue('避難所の開設');
      await expect(page.locator('.result').first()).toBeVisible();
    }
  }
});

test('taking answers along costs a Q&A page at most 4 KB of script', () => {
  const page = readPages(sites.root).find(({ page: name }) => name === longPage);
  const scripts = new Set<string>();
  const collect = (file: string): void => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
      collect(path.join(path.dirname(file), imported));
  };
  for (const source of readAttributes(page?.html ?? '', 'src'))
    if (source.endsWith('.js')) collect(path.join(sites.root.folder, source));
  const bytes = [...scripts]
    .map((file) => gzipSync(readFileSync(file)).length)
    .reduce((total, size) => total + size, 0);
  expect(scripts.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(4_096);
});

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A page with several answers and headings. */
function findLongPage(): { path: string; url: string } {
  const pages = process.env['TEST_WORKER_INDEX'] === undefined ? [] : builtPages(sites.root);
  const found =
    pages.find(
      (page) =>
        page.startsWith('q/') &&
        (readFileSync(path.join(sites.root.folder, page, 'index.html'), 'utf8').match(/<h2 id/g)?.length ?? 0) >= 6,
    ) ?? '';
  return { path: found, url: sites.root.address + found };
}
