import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { createCmsServer, type CmsServer } from '../../../cms/server/create-cms-server.ts';
import type { CmsOptions } from '../../../cms/server/options.ts';
import { siteFixture } from './sites.ts';

/**
 * The real CMS server over a Git repository of its own, with the built site in front of it. The repository holds a copy of
 * the fixture, so that tests may do with it what they like.
 */
export async function openCmsSite({ port, site, base = '/', content = path.join(siteFixture, 'content'), ...options }: CmsSiteOptions): Promise<CmsSite> {
  const root = mkdtempSync(path.join(tmpdir(), 'kenjinkai-cms-'));
  cpSync(content, path.join(root, 'content'), { recursive: true });
  mkdirSync(path.join(root, 'public', 'images'), { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '試験');
  git('config', 'user.email', 'test@example.invalid');
  git('add', 'content');
  git('commit', '-q', '-m', 'Begin');

  const address = `http://localhost:${port}${base}`;
  const state = { site, isCut: false, hoursLater: 0 };
  const cms = await createCmsServer({ root, base, address: `http://localhost:${port}`, ...options }, () => new Date(Date.now() + state.hoursLater * 3_600_000));
  const server = await serve(cms, port, base, state);
  return {
    address,
    root,
    git,
    cut: (isCut) => void (state.isCut = isCut),
    passHours: (hours) => void (state.hoursLater += hours),
    rebuild: () => {
      state.site = path.join(root, '.site');
      buildSite({ root, folder: state.site, base, port });
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await cms.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function buildSite({ root, folder, base, port }: { root: string; folder: string; base: string; port: number }): void {
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: folder, CACHE_DIR: path.join(root, '.cache'), CONTENT_ROOT: root, BASE_PATH: base, SITE_URL: `http://localhost:${port}`, CARDS: 'off' },
  });
  if (status !== 0) throw new Error('The site with the edited content did not build.');
}

async function serve(cms: CmsServer, port: number, base: string, state: { site: string; isCut: boolean }): Promise<Server> {
  const files = new Map<string, ReturnType<typeof sirv>>();
  const server = createServer((request, response) => {
    // A cut line: the connection goes before anything is answered.
    if (state.isCut && request.url?.startsWith(`${base}api/`)) return void request.socket.destroy();
    void cms.handle(request, response).then((isDone) => {
      if (isDone) return;
      const folder = files.get(state.site) ?? sirv(state.site, { dev: true, etag: true });
      files.set(state.site, folder);
      request.url = (request.url ?? '/').slice(base.length - 1);
      folder(request, response, () => void response.writeHead(404).end('not found'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export interface CmsSiteOptions extends Omit<CmsOptions, 'root' | 'base' | 'address'> {
  port: number;
  /** Folder of a site that is built already. */
  site: string;
  base?: string;
  /** Folder from which the content is copied. */
  content?: string;
}

export interface CmsSite {
  /** Home page. */
  address: string;
  root: string;
  git: (...words: string[]) => string;
  /** Takes the line to the CMS away, or gives it back. */
  cut: (isCut: boolean) => void;
  /** Lets the server's clock run ahead, so that logins expire. */
  passHours: (hours: number) => void;
  /** Builds the site from the repository as it is now, and serves that. */
  rebuild: () => void;
  close: () => Promise<void>;
}
