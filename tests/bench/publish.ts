/**
 * Seconds from the click on 公開する to the moment at which the page shows the new text, and at which the search finds it,
 * with the office server and the content of the tests. `npm run bench:publish`, optionally with the number of
 * publications.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { AdminPage } from '../e2e/pages/admin-page.ts';
import { makeSampleRepository } from '../e2e/setup/office-repository.ts';

const publications = Number(process.argv[2] ?? 5);
const port = 4498;
const origin = `http://localhost:${port}`;
const password = '測るための長い合言葉です2026';
const entry = 'gifu/esurg3af';
/** Words that stand nowhere else. */
const words = ['縞馬', '駱駝', '麒麟', '河馬', '犀牛', '獏', '羚羊', '貂', '鼬', '狢'];

const clone = makeSampleRepository();
const settings = { CMS_REPOSITORY: clone.root, CMS_LISTEN_PORT: String(port), CARDS: process.env['CARDS'] ?? 'off' };
const start = (words: readonly string[]) =>
  spawn(process.execPath, ['src/cli/cms.ts', ...words], {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'inherit', 'inherit'],
  });
const adding = start(['add-user', '--login', 'hanako', '--name', '岐阜花子', '--role', 'administrator']);
adding.stdin.end(`${password}\n`);
await once(adding, 'exit');

const server = start([]);
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
try {
  while (!(await answers(`${origin}/`))) await pause(200);
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'ja-JP' });
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('ログイン名').fill('hanako');
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'ログイン' }).click();
  const admin = new AdminPage(page, `${origin}/`);
  const seconds: { page: number; search: number }[] = [];
  for (const word of words.slice(0, publications)) {
    await admin.openEntry(entry);
    await admin.write('一言回答', `測るために書き換え、${word}の一言を足しました。`);
    await admin.save();
    await admin.setStatus('準備完了');
    const reader = await browser.newPage({ locale: 'ja-JP' });
    await page.getByRole('button', { name: '公開', exact: true }).click();
    const clicked = performance.now();
    await page.getByRole('menuitem', { name: '公開する' }).click();
    const shown = showsPage(word).then(() => (performance.now() - clicked) / 1000);
    for (let isFound = false; !isFound;) {
      await reader.goto(`${origin}/search/?q=${encodeURIComponent(word)}`);
      isFound = await reader
        .locator(`a[href*="/q/${path.basename(entry)}/"]`)
        .first()
        .waitFor({ timeout: 700 })
        .then(
          () => true,
          () => false,
        );
    }
    seconds.push({ search: (performance.now() - clicked) / 1000, page: await shown });
    await reader.close();
  }
  console.table([summarise('page', 'page'), summarise('search', 'search')]);

  function summarise(name: string, field: 'page' | 'search'): Record<string, string | number> {
    const sorted = seconds.map((one) => one[field]).sort((a, b) => a - b);
    const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1));
    return { 'seconds from the click': name, publications: sorted.length, median: at(0.5), longest: at(1) };
  }
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
  clone.remove();
}

async function showsPage(word: string): Promise<void> {
  while (!(await (await fetch(`${origin}/q/${path.basename(entry)}/`)).text()).includes(word)) await pause(50);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
