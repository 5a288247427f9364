import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { plantPlainContent, third } from './setup/plain-content.ts';
import { sites } from './setup/sites.ts';

/** From the draft to the page: what is said meanwhile, where it stands, and links that lead somewhere. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default', timeout: 300_000 });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4498, site: sites.root.folder, content: plantPlainContent() });
  page = await (await browser.newContext({ viewport: { width: 1_280, height: 900 } })).newPage();
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

test('gives the link to a page only once the page shows what was published', async ({ browser }) => {
  await admin.openEntry(third);
  // The fixture’s site has no such page.
  const link = page.getByRole('link', { name: '公開中のページを開く' });
  await expect(page.getByRole('button', { name: 'ページができたか確かめる' })).toBeEnabled();
  await expect(link).toBeHidden();
  await admin.write('一言回答', '半年ごとに入れ替えます。');
  await admin.save();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: '見え方を開く' }).click();
  const draft = await opened;
  await expect(draft.getByText('半年ごとに入れ替えます。')).toBeVisible({ timeout: 30_000 });
  await expect(draft.getByText('まだ公開されていません')).toBeVisible();
  await expect(draft.getByRole('link', { name: '編集に戻る' })).toHaveAttribute('href', new RegExp(`${third}$`));
  await draft.close();

  await admin.setStatus('準備完了');
  await admin.publish();
  await expect(page.getByText(/サイトに反映中です/)).toBeVisible();
  await expect(link).toBeHidden();
  site.rebuild();
  await expect(page.getByText('サイトに反映されました。')).toBeVisible({ timeout: 60_000 });
  await expect(link.first()).toBeVisible();
  const address = await page.locator('.kj-messages').getByRole('link').getAttribute('href');
  const reader = await browser.newPage();
  expect((await reader.goto(new URL(address ?? '', site.address).href))?.status()).toBe(200);
  await expect(reader.getByText('半年ごとに入れ替えます。')).toBeVisible();
  await reader.close();
});

for (const width of [390, 1_280]) {
  test(`says what happened beside everything that can be pressed, at ${width} pixels`, async () => {
    await page.setViewportSize({ width, height: 844 });
    await admin.openEntry(third);
    await admin.write('一言回答', `幅が${width}のときの一言回答です。`);
    await admin.save();
    await expect(page.locator('.kj-notice').first()).toBeVisible();
    expect(await findCovered()).toEqual([]);
    await page.goto(`${admin.address}#/collections/qa`);
    await expect(page.getByRole('button', { name: '並べ替え' })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('.kj-notice').first()).toBeVisible();
    expect(await findCovered()).toEqual([]);
  });
}

/** Names of what can be pressed and lies under a message. */
function findCovered(): Promise<string[]> {
  return page.evaluate(() => {
    const messages = [...document.querySelectorAll('.kj-notice')].map((message) => message.getBoundingClientRect());
    const pressed = [...document.querySelectorAll('button, a, input, [role="button"]')].filter(
      (one) => one.closest('.kj-messages') === null,
    );
    return pressed
      .filter((one) => {
        // What a scrolling part holds beyond its edge is not on the screen.
        const scroller = one.closest('#nc-root')?.getBoundingClientRect();
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const end = Math.min(bottom, scroller?.bottom ?? bottom);
        return messages.some(
          (box) => left < box.right && right > box.left && top < box.bottom - 1 && end > box.top + 1,
        );
      })
      .map((one) => one.textContent ?? '');
  });
}
