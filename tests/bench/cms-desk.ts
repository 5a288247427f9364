/**
 * How long an editor waits with 10,000 Q&As and 100 drafts, in a real browser against the real server, and what is
 * sent: `npm run bench:desk [-- --site FOLDER] [--count N] [--rounds N] [--content FOLDER]`. Without a folder the site
 * of the same content is built first, which takes minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, expect, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { AdminPage } from '../e2e/pages/admin-page.ts';
import { openCmsSite } from '../e2e/setup/cms-site.ts';
import { generateContent } from './generate-content.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    content: { type: 'string' },
    count: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    drafts: { type: 'string', default: '100' },
  },
});
const drafts = Number(values.drafts);
const temporary = mkdtempSync(path.join(tmpdir(), 'kenjinkai-bench-'));
const root = values.content ?? path.join(temporary, 'content-root');
if (values.content === undefined) generateContent(root, Number(values.count));
const folder = path.resolve(values.site ?? buildSite());
const questions = globSync('content/qa/*/*.mdx', { cwd: root })
  .sort()
  .map((file) => ({ slug: file.slice('content/qa/'.length, -'.mdx'.length), file: path.join(root, file) }));

const site = await openCmsSite({ port: 4489, site: folder, content: path.join(root, 'content') });
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
let page = await browser.newPage();
let admin = new AdminPage(page, site.address);
const waits = new Map<string, Wait[]>();
let asked: Wait = { seconds: 0, requests: 0, bytes: 0 };
const entries = () => page.locator('a[href*="/entries/"]');
const slugAt = (index: number) => questions[index]?.slug ?? '';

try {
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Decap itself is loaded once a day; what is measured is what an editor does afterwards, who knows no list yet.
    await openPage();
    await admin.openList('topics');
    await measure('list', () => showList());
    await measure('list again', async () => {
      await page.goto(`${site.address}admin/#/collections/topics`);
      await expect(entries().first()).toHaveAttribute('href', /topics/);
      await showList();
    });
    await measure('filter', async () => {
      await page.getByRole('button', { name: '絞り込み' }).click();
      await page.getByText('取り下げ', { exact: true }).click();
      await expect(entries().locator('visible=true').filter({ hasNotText: '取り下げ' })).toHaveCount(0);
    });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '絞り込み' }).click();
    await page.getByText('取り下げ', { exact: true }).click();
    await expect(entries().filter({ hasNotText: '取り下げ' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    const first = (await entries().first().getAttribute('href')) ?? '';
    await measure('sort', async () => {
      await page.getByRole('button', { name: '並べ替え' }).click();
      await page.getByRole('menuitem', { name: '質問日' }).click();
      await expect(entries().first()).not.toHaveAttribute('href', first, { timeout: 60_000 });
      await idle(page);
    });
    await measure('search', async () => {
      await page.goto(`${site.address}admin/#/collections/qa/search/${encodeURIComponent('庁舎 業者')}`);
      await expect(page.getByRole('heading', { name: '「庁舎 業者」の検索結果' })).toBeVisible({ timeout: 60_000 });
      await expect(entries().first()).toBeVisible({ timeout: 60_000 });
      await idle(page);
    });
    await measure('search again', async () => {
      await page.goto(`${site.address}admin/#/collections/qa/search/${encodeURIComponent('避難所')}`);
      await expect(page.getByRole('heading', { name: '「避難所」の検索結果' })).toBeVisible({ timeout: 60_000 });
      await expect(entries().first()).toContainText('避難所', { timeout: 60_000 });
    });
    await measure('topics', async () => {
      await page.goto(`${site.address}admin/#/collections/topics`);
      await expect(entries().first()).toHaveAttribute('href', /topics/);
    });
    await measure('review list', async () => {
      await page.goto(`${site.address}admin/review/`);
      await expect(page.getByRole('status').first()).toHaveText(/件あります|ありません/, { timeout: 60_000 });
    });
    await admin.openList('topics');
    await measure('open', async () => {
      await page.goto(`${site.address}admin/#/collections/qa/entries/${slugAt(round)}`);
      await page.locator('.cm-content').last().waitFor();
    });
    await page.getByRole('button', { name: /^そのほか/ }).click();
    await measure('related', async () => {
      await page.getByPlaceholder('質問を言葉で探す').fill('防災', { timeout: 5_000 });
      await page.locator('.kj-found button').first().waitFor({ timeout: 60_000 });
    });
    await admin.write('一言回答', `測るために書き換えた一言回答の${round}番目です。`);
    await measure('save', () => admin.save());
    await admin.openNew();
    await measure('near questions', () => lookForNear(questionOf(500 + round)));
    await measure('near questions again', () => lookForNear(questionOf(700 + round)));
  }
  await openPage();
  await admin.openList('topics');
  await makeDrafts(page);
  await admin.openList('topics');
  await page.reload();
  await page.getByRole('link', { name: '下書きと確認' }).waitFor();
  await measure(`board of ${drafts} drafts`, async () => {
    await page.getByRole('link', { name: '下書きと確認' }).click();
    await expect.poll(() => entries().count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(drafts);
  });
} finally {
  report();
  await browser.close();
  await site.close();
  rmSync(temporary, { recursive: true, force: true });
}

/** A browser that keeps nothing of what was done before. */
async function openPage(): Promise<void> {
  for (const context of browser.contexts()) await context.close();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'ja-JP' });
  admin = new AdminPage(page, site.address);
  page.on('requestfinished', async (request) => {
    const own = asked;
    const sizes = await request.sizes().catch(() => undefined);
    own.requests += 1;
    own.bytes += (sizes?.requestBodySize ?? 0) + (sizes?.responseBodySize ?? 0);
  });
}

async function showList(): Promise<void> {
  await page.goto(`${site.address}admin/#/collections/qa`);
  await page.locator('a[href*="/collections/qa/entries/"]').first().waitFor({ state: 'attached', timeout: 120_000 });
  await idle(page);
}

/** When the page has drawn what it was given and takes a person's next press. */
async function idle(of: Page): Promise<void> {
  await of.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))),
  );
}

async function lookForNear(question: string): Promise<void> {
  await admin.write('質問', question);
  const box = page.locator('.kj-similar-box');
  await expect(box).toHaveAttribute('data-looked-for', question, { timeout: 60_000 });
  await expect(box.locator('a').first()).toBeVisible();
}

/** A little other than one that is there. */
function questionOf(index: number): string {
  const [, question = ''] = /^question: (.*)$/m.exec(readFileSync(questions[index]?.file ?? '', 'utf8')) ?? [];
  return question.slice(0, 60);
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  asked = { seconds: 0, requests: 0, bytes: 0 };
  const own = asked;
  const started = performance.now();
  await work().catch((error: unknown) => console.error(`${name}: ${String(error).split('\n')[0]}`));
  own.seconds = (performance.now() - started) / 1_000;
  waits.set(name, [...(waits.get(name) ?? []), own]);
}

/** The middle of all rounds, and the slowest. */
function report(): void {
  console.log(`${questions.length} Q&As\n`);
  console.log(`| ${'action'.padEnd(22)} | seconds | slowest | requests |      bytes |`);
  console.log(`| ${'-'.repeat(22)} | ------: | ------: | -------: | ---------: |`);
  for (const [name, all] of waits) {
    const sorted = [...all].sort((one, other) => one.seconds - other.seconds);
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    const cells = [
      (middle?.seconds ?? 0).toFixed(2).padStart(7),
      (sorted.at(-1)?.seconds ?? 0).toFixed(2).padStart(7),
      String(middle?.requests ?? 0).padStart(8),
      (middle?.bytes ?? 0).toLocaleString('en').padStart(10),
    ];
    console.log(`| ${name.padEnd(22)} | ${cells.join(' | ')} |`);
  }
}

function buildSite(): string {
  const out = path.join(temporary, 'site');
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, CONTENT_ROOT: root, OUT_DIR: out, CACHE_DIR: path.join(temporary, 'cache'), CARDS: 'off' },
  });
  if (status !== 0 || !existsSync(out)) throw new Error('The generated content did not build.');
  return out;
}

/** Through the server, as the desk would save them. */
async function makeDrafts(of: Page): Promise<void> {
  const slugs = questions.slice(100, 100 + drafts).map(({ slug }) => slug);
  await of.evaluate(
    async ([base, ...wanted]) => {
      const { token } = (await (await fetch(`${base}api/cms/session`)).json()) as { token: string };
      const act = async (action: string, params: object) =>
        (await (
          await fetch(`${base}api/cms/v1`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-CMS-Token': token },
            body: JSON.stringify({ action, params }),
          })
        ).json()) as { data: string; revision: string; error?: string };
      for (const slug of wanted) {
        const file = `content/qa/${slug}.mdx`;
        const { data, revision } = await act('getEntry', { path: file });
        const raw = data.replace(/^summary: .*$/m, 'summary: 下書きの一言回答に書き換えました。');
        const { error } = await act('persistEntry', {
          dataFiles: [{ slug, path: file, raw, revision }],
          assets: [],
          options: { collectionName: 'qa', commitMessage: '', useWorkflow: true, status: 'draft', newEntry: false },
        });
        if (error) throw new Error(error);
      }
    },
    ['/', ...slugs],
  );
}

interface Wait {
  seconds: number;
  requests: number;
  bytes: number;
}
