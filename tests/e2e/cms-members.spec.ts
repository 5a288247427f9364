import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { AdminPage } from './pages/admin-page.ts';
import { openCmsSite, type CmsSite } from './setup/cms-site.ts';
import { sites } from './setup/sites.ts';

/** The desk before a public site, which holds nothing of what is for members: editors see that all the same. */
let site: CmsSite;
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  site = await openCmsSite({ port: 4491, site: sites.root.folder });
  publishForMembers();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, site.address);
});

test.afterAll(async () => {
  await page.close();
  await site.close();
});

const question = '鵺の巣箱は、どの課が点検しますか。';

test('names the topic and shows the picture of an entry for members', async () => {
  await admin.openEntry('gifu/qqdeskmem');
  await expect(page.getByLabel('鵺の巣箱（全般）', { exact: true })).toBeChecked();
  await expect(admin.preview().locator('.tags .tag')).toHaveText(['鵺の巣箱']);
  const picture = admin.preview().getByRole('img', { name: '巣箱の図' });
  await expect(picture).toHaveAttribute('src', /^blob:/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(24);
});

test('offers a question for members as a related one, and says for whom it is', async () => {
  await admin.openEntry('gifu/f6dnabg6');
  await page.getByRole('button', { name: /^そのほか/ }).click();
  const related = page.getByPlaceholder('質問を言葉で探す');
  await related.click();
  await page.keyboard.insertText('鵺 巣箱');
  await page.getByRole('button', { name: `${question}（会員限定）`, exact: true }).click();
  await expect(page.locator('.kj-chosen li').last()).toContainText(`${question}（会員限定）`);
});

function publishForMembers(): void {
  const write = (file: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(site.root, file)), { recursive: true });
    writeFileSync(path.join(site.root, file), content);
  };
  write('public/images/nest-box.png', PNG.sync.write(new PNG({ width: 24, height: 24 })));
  const topic = 'name: 鵺の巣箱\nkana: ぬえのすばこ\norder: 9000\ndescription: 巣箱の点検を扱います。\n';
  write('content/topics/qqnest.yaml', topic);
  write(
    'content/qa/gifu/qqdeskmem.mdx',
    `---
id: qqdeskmem
question: ${question}
summary: 公園の課が、春の前に点検します。
answers:
  - by: { kind: city, population: from-50k, prefecture: gifu }
    date: 2026-01-06
    text: 公園の課です。
topics: [qqnest]
group: gifu
asked: 2026-01-05
status: current
reviewBy: 2099-01-06
audience: members
provenance: sample
---

<Figure src="/images/nest-box.png" alt="巣箱の図" />
`,
  );
  site.git('add', '-A');
  site.git('commit', '-q', '-m', 'Publish for members');
}
