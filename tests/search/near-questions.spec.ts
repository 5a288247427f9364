import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AdminPage } from '../e2e/pages/admin-page.ts';
import { openCmsSite, type CmsSite } from '../e2e/setup/cms-site.ts';
import { sites } from '../e2e/setup/sites.ts';

/**
 * What the desk calls よく似た質問, on labelled questions: a typed one, a tab, and the question of the fixture that is
 * answered by the same (others that may be shown beside it behind `|`), or nothing where one only shares words with it.
 * Every second line is unseen: the threshold was not chosen on it, and what it misses is not printed.
 */
const pairs = readFileSync('tests/search/near-questions/pairs.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
let site: CmsSite;

test.beforeAll(async () => {
  site = await openCmsSite({ port: 4512, site: sites.root.folder });
});

test.afterAll(async () => {
  await site.close();
});

test('shows the question that is answered by the same, and no other', async ({ page }) => {
  test.setTimeout(240_000);
  const admin = new AdminPage(page, site.address);
  await admin.openNew();
  const box = page.locator('.kj-similar-box');
  const halves = [0, 1].map(() => ({ shown: 0, right: 0, found: 0, wanted: 0 }));
  for (const [place, [typed = '', wanted = '']] of pairs.entries()) {
    await admin.write('質問', typed);
    await expect(box).toHaveAttribute('data-looked-for', typed);
    const shown = await box.getByRole('link', { includeHidden: true }).allTextContents();
    const half = halves[place % 2] ?? halves[0];
    if (!half) throw new Error('There are two halves.');
    half.shown += shown.length;
    const [first = '', ...also] = wanted.split('|');
    half.right += shown.filter((question) => question === first || also.includes(question)).length;
    half.found += shown.includes(first) ? 1 : 0;
    half.wanted += first === '' ? 0 : 1;
    if (place % 2 === 0 && shown.join() !== first) console.log(`${typed} → ${shown.join(' / ') || '（なし）'}`);
  }
  for (const [place, { shown, right, found, wanted }] of halves.entries()) {
    const [precision, recall] = [right / shown, found / wanted];
    console.log(`${place === 0 ? 'seen' : 'unseen'}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.85);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  }
});
