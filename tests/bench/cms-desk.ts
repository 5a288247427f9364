/**
 * How long an editor waits with 2,000 Q&As and 100 drafts, in a real browser against the real server. Wants a built
 * site: `npm run bench:desk [-- folder of the built site]`.
 */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../src/cli/browser/find-chromium.ts';
import { AdminPage } from '../e2e/pages/admin-page.ts';
import { openCmsSite } from '../e2e/setup/cms-site.ts';

const questions = 2_000;
const drafts = 100;

const [folder = 'dist'] = process.argv.slice(2);
const content = multiply();
const site = await openCmsSite({ port: 4489, site: path.resolve(folder), content });
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'ja-JP' });
const admin = new AdminPage(page, site.address);
const timings: Record<string, number[]> = {};

try {
  // Decap itself is loaded once a day; what is measured is what an editor does afterwards.
  await admin.openList('topics');
  for (let round = 0; round < 3; round += 1) {
    await admin.openList('topics');
    await measure('list', async () => {
      await page.goto(`${site.address}admin/#/collections/qa`);
      await page.locator('a[href*="/entries/gifu/"]').first().waitFor({ state: 'attached' });
    });
    if (round === 0) {
      await page.getByRole('button', { name: '絞り込み' }).click();
      await measure('filter', async () => {
        await page.getByText('古い情報', { exact: true }).click();
        await page.waitForFunction(() => document.querySelectorAll('a[href*="/entries/"]').length < 500);
      });
    }
    await measure('open', async () => {
      await page.goto(`${site.address}admin/#/collections/qa/entries/gifu/bench${String(round).padStart(4, '0')}`);
      await page.locator('.cm-content').last().waitFor();
    });
    await admin.write('一言回答', `測るために書き換えた一言回答の${round}番目です。`);
    await measure('save', () => admin.save());
  }
  await makeDrafts(page);
  await page.goto(`${site.address}admin/`);
  await admin.openList('topics');
  await page.reload();
  await page.getByRole('link', { name: '下書きと確認' }).waitFor();
  await measure(`board of ${drafts} drafts`, async () => {
    await page.getByRole('link', { name: '下書きと確認' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('a[href*="/entries/gifu/bench"]').length >= count,
      drafts,
    );
  });
  for (const [name, all] of Object.entries(timings))
    console.log(`${name.padEnd(22)} ${all.map((time) => `${Math.round(time)} ms`).join(', ')}`);
} finally {
  await browser.close();
  await site.close();
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  (timings[name] ??= []).push(performance.now() - started);
}

/** Copies of the shipped Q&As under ids of their own, without references to one another. */
function multiply(): string {
  const target = mkdtempSync(path.join(tmpdir(), 'kenjinkai-bench-'));
  cpSync('content', target, { recursive: true });
  const sources = globSync('content/qa/*/*.mdx').map((file) => readFileSync(file, 'utf8'));
  mkdirSync(path.join(target, 'qa', 'gifu'), { recursive: true });
  for (let index = 0; index < questions; index += 1) {
    const id = `bench${String(index).padStart(4, '0')}`;
    const text = (sources[index % sources.length] ?? '')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^group: .*$/m, 'group: gifu')
      .replace(/^question: (.*)$/m, `question: 測定用の質問${index}番です。何から始めればよいですか。`)
      .replace(/^(?:related|redirectFrom):.*\n(?:(?: |- ).*\n)*/gm, '')
      .replace(/^status: .*$/m, index % 5 === 0 ? 'status: outdated' : 'status: current')
      .replace(/^withdrawn:\n(?: .*\n)*/m, '');
    writeFileSync(path.join(target, 'qa', 'gifu', `${id}.mdx`), text);
  }
  return target;
}

/** Through the server, as the desk would save them. */
async function makeDrafts(page: Page): Promise<void> {
  await page.evaluate(
    async ([base, count]) => {
      const { token } = (await (await fetch(`${base}api/cms/session`)).json()) as { token: string };
      const act = async (action: string, params: object) =>
        (await (
          await fetch(`${base}api/cms/v1`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-CMS-Token': token },
            body: JSON.stringify({ action, params }),
          })
        ).json()) as { data: string; revision: string; error?: string };
      for (let index = 100; index < 100 + Number(count); index += 1) {
        const slug = `gifu/bench${String(index).padStart(4, '0')}`;
        const file = `content/qa/${slug}.mdx`;
        const { data, revision } = await act('getEntry', { path: file });
        const { error } = await act('persistEntry', {
          dataFiles: [
            {
              slug,
              path: file,
              raw: data.replace(/^summary: .*$/m, 'summary: 下書きの一言回答に書き換えました。'),
              revision,
            },
          ],
          assets: [],
          options: { collectionName: 'qa', commitMessage: '', useWorkflow: true, status: 'draft', newEntry: false },
        });
        if (error) throw new Error(error);
      }
    },
    ['/', drafts] as const,
  );
}
