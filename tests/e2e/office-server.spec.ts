import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { AdminPage } from './pages/admin-page.ts';
import { makeSampleRepository, type SampleRepository } from './setup/office-repository.ts';
import { fixtureDay } from './setup/sites.ts';

/** `npm run cms` as an office runs it: accounts, the desk, the site, and the site again after a publication. */
const port = 4497;
const origin = `http://localhost:${port}`;
const password = 'とても長い合言葉です2026';

let clone: SampleRepository;
let server: ChildProcess;
let said = '';
let page: Page;
let admin: AdminPage;

test.describe.configure({ mode: 'serial', timeout: 600_000 });

test.beforeAll(async ({ browser }) => {
  clone = makeSampleRepository();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  admin = new AdminPage(page, `${origin}/`);
});

test.afterAll(async () => {
  await page.close();
  if (server?.pid !== undefined && server.exitCode === null) {
    process.kill(-server.pid, 'SIGTERM');
    await once(server, 'exit');
  }
  clone.remove();
});

test('says how to add somebody when nobody can sign in', async () => {
  const { code, errors } = await run([]);
  expect(code).not.toBe(0);
  expect(errors).toContain('npm run cms -- add-user');
});

test('starts once there is an account, and says that the site is being prepared', async () => {
  const added = await run(
    ['--', 'add-user', '--login', 'hanako', '--name', '岐阜花子', '--role', 'administrator'],
    `${password}\n`,
  );
  expect(added.code).toBe(0);
  expect((await run(['--', 'list-users'])).output).toContain('hanako\t岐阜花子\tadministrator');
  server = start([]);
  await expect.poll(() => said, { timeout: 60_000 }).toContain('編集サーバーを起動しました');
  expect((await fetch(`${origin}/`)).status).toBe(503);
  await expect.poll(async () => (await fetch(`${origin}/`)).status, { timeout: 400_000, intervals: [1_000] }).toBe(200);
});

test('answers what does not exist with the site’s own page, and programs in JSON', async () => {
  const missing = await page.goto(`${origin}/q/nothing-here/`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('search').first()).toBeVisible();
  for (const address of ['/api/cms/nothing', '/api/nothing']) {
    const answer = await fetch(origin + address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/json'),
    ]);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  }
});

test('lets in who has an account, and shows on the site what they publish', async () => {
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('ログイン名').fill('hanako');
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: 'ログイン' }).click();
  await admin.openEntry('gifu/esurg3af');
  const before = await (await fetch(`${origin}/q/esurg3af/`)).text();
  expect(before).not.toContain('組み立て直した一言です。');
  await admin.write('一言回答', '組み立て直した一言です。');
  await admin.save();
  await admin.setStatus('準備完了');
  await admin.publish();
  await expect
    .poll(async () => (await fetch(`${origin}/q/esurg3af/`)).text(), { timeout: 400_000, intervals: [1_000] })
    .toContain('組み立て直した一言です。');
  await page.goto(`${origin}/q/esurg3af/`);
  await expect(page.getByText('組み立て直した一言です。').first()).toBeVisible();
});

test('keeps the last whole site when a build fails, and says so at the desk', async () => {
  // A file that Git by hand brought, and that no build takes.
  clone.write('content/topics/broken.yaml', 'name: [\n');
  await expect.poll(() => said, { timeout: 400_000 }).toContain('組み立てに失敗しました');
  expect(await (await fetch(`${origin}/q/esurg3af/`)).text()).toContain('組み立て直した一言です。');
  await page.goto(`${origin}/admin/`);
  await expect(page.getByText('サイトは前のままです')).toBeVisible({ timeout: 30_000 });
});

function start(args: readonly string[]): ChildProcess {
  const settings = { CMS_REPOSITORY: clone.root, CMS_LISTEN_PORT: String(port), BUILD_DAY: fixtureDay, CARDS: 'off' };
  const child = spawn('npm', ['run', '--silent', 'cms', ...args], {
    env: { ...process.env, ...settings },
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (said += text));
  return child;
}

async function run(
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(args);
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (text: string) => void (output += text));
  child.stderr?.on('data', (text: string) => void (errors += text));
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors };
}
