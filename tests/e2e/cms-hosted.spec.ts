import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { chooseBackend, deskPolicy, type BackendName } from '../../cms/admin/config/backends.ts';
import { listen } from '../../src/cli/start/serve.ts';
import { sites } from './setup/sites.ts';

/**
 * The desk on hosted Git, as far as it goes without an account there: Decap takes the configuration, shows its login,
 * asks no other host before somebody clicks, and then the right one.
 */
const port = 4486;
const origin = `http://localhost:${port}`;
const redirect = `${origin}/admin/`;

const backends: Record<Exclude<BackendName, 'proxy'>, HostedBackend> = {
  github: {
    settings: { CMS_REPO: 'kenjinkai/knowledge', CMS_LOGIN_SERVER: 'https://login.example.jp' },
    button: 'GitHub でログインする',
    asks: 'https://login.example.jp/auth',
    with: { provider: 'github', scope: 'repo' },
  },
  gitlab: {
    settings: { CMS_REPO: 'kenjinkai/group/knowledge', CMS_APP_ID: 'abc' },
    button: 'GitLab でログインする',
    asks: 'https://gitlab.com/oauth/authorize',
    with: { client_id: 'abc', response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirect },
  },
  forgejo: {
    settings: { CMS_REPO: 'kenjinkai/knowledge', CMS_HOST: 'https://git.example.jp/', CMS_APP_ID: 'abc' },
    button: 'Forgejo でログインする',
    asks: 'https://git.example.jp/login/oauth/authorize',
    with: { client_id: 'abc', response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirect },
  },
  gitea: {
    settings: { CMS_REPO: 'kenjinkai/knowledge', CMS_HOST: 'https://git.example.jp', CMS_APP_ID: 'abc' },
    button: 'Gitea でログインする',
    asks: 'https://git.example.jp/login/oauth/authorize',
    with: { client_id: 'abc', response_type: 'code', code_challenge_method: 'S256', redirect_uri: redirect },
  },
};

let server: Server;

// One worker: all of them share the port.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  server = await listen({ port, site: { folder: sites.root.folder }, base: '/' });
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

for (const [name, { settings, button, asks, with: expected }] of Object.entries(backends)) {
  test(`takes the configuration for ${name}, and asks its host alone, after a click`, async ({ page, context }) => {
    const problems: string[] = [];
    const foreign: string[] = [];
    await context.route(/^https:/, (route) => {
      foreign.push(route.request().url());
      return route.fulfill({ body: 'the host', contentType: 'text/plain' });
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await buildFor(page, { CMS_BACKEND: name, ...settings });
    await page.goto(`${origin}/admin/`);
    const login = page.getByRole('button', { name: button });
    await expect(login).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('設定の誤り')).toBeHidden();
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);

    await login.click();
    await expect.poll(() => foreign.length, { timeout: 20_000 }).toBeGreaterThan(0);
    const asked = new URL(foreign[0] ?? '');
    expect(asked.origin + asked.pathname).toBe(asks);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject(expected);
    expect(foreign.filter((address) => new URL(address).origin !== asked.origin)).toEqual([]);
  });
}

/**
 * The desk's page as a build with these settings makes it: they stand in it, and so does the policy that follows from
 * them.
 */
async function buildFor(page: Page, environment: Record<string, string>): Promise<void> {
  const built = readFileSync(path.join(sites.root.folder, 'admin', 'index.html'), 'utf8');
  const proxy = deskPolicy(chooseBackend({}));
  expect(built).toContain(proxy);
  const body = built
    .replace(
      '&quot;environment&quot;:{}',
      `&quot;environment&quot;:${JSON.stringify(environment).replaceAll('"', '&quot;')}`,
    )
    .replace(proxy, deskPolicy(chooseBackend(environment)));
  await page.route(`${origin}/admin/`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
}

interface HostedBackend {
  settings: Record<string, string>;
  button: string;
  /** Where the login goes. */
  asks: string;
  with: Record<string, string>;
}
