import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { needed, plantPlainContent, third, withList } from './setup/plain-content.ts';
import { runAxe } from './setup/run-axe.ts';
import { sites } from './setup/sites.ts';

/** A save that is refused says everything at the top, wherever the fields stand, and each line leads to its field. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4516, site: sites.root.folder, content: plantPlainContent() });
  page = await (await browser.newContext({ viewport: { width: 1_280, height: 900 } })).newPage();
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.context().close();
  await site.close();
});

const summary = () => page.getByRole('group', { name: /保存していません/ });
const lines = () => summary().getByRole('button');

for (const width of [1_280, 390]) {
  test(`lists all that is wrong in a new question and leads to each field at ${width} pixels`, async () => {
    await page.setViewportSize({ width, height: 844 });
    await admin.openNew();
    await admin.type(admin.field('質問'), '短い');
    await admin.editor('body').scrollIntoViewIfNeeded();
    await admin.pressSave();
    await expect(summary()).toBeFocused();
    await expect(summary()).toBeInViewport();
    const said = await lines().allTextContents();
    for (const name of [
      '質問',
      '一言回答',
      '回答（1番目）の答えた人の都道府県',
      '回答（1番目）の回答',
      '話題',
      '都道府県人会',
      '了承',
    ])
      expect(
        said.some((line) => line.startsWith(name)),
        `${name} in ${said.join()}`,
      ).toBe(true);
    expect(await summary().getByRole('heading').textContent()).toContain(`${said.length}か所`);

    await expect(page.locator('[class*="-ControlErrorsList"]').first()).toHaveCSS('text-align', 'left');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(admin.field('質問')).toBeFocused();
    for (const [index, line] of said.entries()) {
      await lines().nth(index).press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.kj-faults') === null)).toBe(true);
      const box = await page.evaluate(() => {
        const field = document.activeElement;
        const described =
          field?.getAttribute('aria-describedby') ??
          field?.closest('[aria-describedby]')?.getAttribute('aria-describedby') ??
          '';
        const words = described
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join();
        const { top = -1, bottom = 0 } = field?.getBoundingClientRect() ?? {};
        return { words, isWithin: bottom > 0 && top < innerHeight };
      });
      expect(box.isWithin, line).toBe(true);
      if (!line.startsWith('了承')) expect(box.words, line).toContain(line.slice(line.search(/を入力|が短すぎ/)));
    }
    await expect(admin.field('質問')).toHaveAttribute('aria-invalid', 'true');
    await admin.write('質問', '庁舎の引越しの日は、窓口を何時間閉めればよいですか。');
    await expect(admin.field('質問')).not.toHaveAttribute('aria-invalid', 'true');
    await expect(lines().first().locator('..')).toHaveClass(/kj-written/);
    await expect(lines().first()).toHaveText('質問');
    expect(await runAxe(page, {}, '.kj-faults')).toEqual([]);
    await admin.openList();
  });
}

test('opens what is folded: the rest of the form, and rows of a list that draws them only when it is open', async () => {
  await page.setViewportSize({ width: 1_280, height: 900 });
  await page.goto(`${admin.address}#/collections/vocabulary/entries/kotoba`);
  await expect(admin.field('分野')).toHaveValue('防災の言葉', { timeout: 30_000 });
  await page.getByRole('button', { name: /^言い換えを加える/ }).click();
  const words = page.locator('textarea[id^="words-field-"]:visible').first();
  await admin.type(words, '一つだけの言葉');
  await page.getByRole('button', { name: '閉じる', exact: true }).first().click();
  await admin.pressSave();
  await expect(summary()).toBeFocused();
  await lines()
    .filter({ hasText: /^言い換え（\d番目）/ })
    .first()
    .press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^(words|strength)-field-/);

  await admin.openEntry(withList);
  await page.getByRole('button', { name: /^そのほか/ }).click();
  await admin.field('見直し期限').fill('');
  await page.getByRole('button', { name: /^そのほか/ }).click();
  await admin.pressSave();
  await lines().filter({ hasText: '見直し期限' }).first().click();
  await expect(admin.field('見直し期限')).toBeFocused();
  await admin.openList();
});

test('says in the form what the server found, in an answer and in the write-up', async () => {
  await admin.openEntry(third);
  await admin.editor(0).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n[前の質問](/q/zzzz7777/)も読んでください。');
  await admin.editor('body').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('\n\n[次の質問](/q/zzzz6666/)も読んでください。');
  await admin.pressSave();
  await expect(summary()).toBeFocused();
  await expect(lines()).toHaveCount(2);
  await expect(lines().first()).toContainText('回答（1番目）の回答');
  await expect(lines().last()).toContainText('まとめ（本文）');
  await expect(admin.editor('body')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.kj-notice-error')).toBeHidden();
  await lines().last().press('Enter');
  await expect(admin.editor('body')).toBeFocused();
  for (const which of [0, 'body'] as const) {
    await admin.editor(which).click();
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Control+z');
  }
  await page.keyboard.insertText('直しました。');
  await admin.save();
  await expect(page.locator('.kj-faults')).toBeHidden();
});

test('says in the form why a draft that was right cannot be published any more', async () => {
  await admin.openEntry(withList);
  await admin.write('一言回答', '開庁の半年前までに決めておきます。');
  await admin.save();
  site.git('rm', '-q', `content/qa/${needed}.mdx`);
  site.git('commit', '-qm', 'Remove');
  await admin.setStatus('準備完了');
  await page.getByRole('button', { name: '公開', exact: true }).click();
  await page.getByRole('menuitem', { name: '公開する' }).click();
  const refused = page.getByRole('group', { name: /公開していません/ });
  await expect(refused).toBeFocused({ timeout: 30_000 });
  await refused.getByRole('button', { name: /関連する質問/ }).press('Enter');
  await expect(page.locator('input[id^="related-field-"]')).toBeFocused();
});
