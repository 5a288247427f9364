import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { createCmsServer, type CmsServer } from '../../../cms/server/create-cms-server.ts';
import type { CmsOptions } from '../../../cms/server/options.ts';
import { listen } from '../../../src/cli/start/serve.ts';
import { siteFixture } from './sites.ts';

/**
 * The real CMS server over a Git repository of its own, with the built site in front of it. The repository holds a copy
 * of the fixture, so that tests may do with it what they like. Without a login every browser is that of the person who
 * started the server, and is sent through the one-time link, unless `isForStrangers` says that it is somebody else's.
 */
export async function openCmsSite(given: CmsSiteOptions): Promise<CmsSite> {
  const {
    port: ownPort,
    site,
    base = '/',
    content = path.join(siteFixture, 'content'),
    isForStrangers = false,
    host = 'localhost',
    ...options
  } = given;
  const port = ownPort + portsAside();
  const root = mkdtempSync(path.join(tmpdir(), 'kenjinkai-cms-'));
  cpSync(content, path.join(root, 'content'), { recursive: true });
  mkdirSync(path.join(root, 'public', 'images'), { recursive: true });
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '試験');
  git('config', 'user.email', 'test@example.invalid');
  git('add', 'content');
  git('commit', '-q', '-m', 'Begin');

  const address = `http://${host}:${port}${base}`;
  const state: SiteState = { site, isCut: false, hoursLater: 0, isForStrangers };
  const cms = await createCmsServer(
    { root, base, address: `http://${host}:${port}`, ...options },
    () => new Date(Date.now() + state.hoursLater * 3_600_000),
  );
  const server = await serve(cms, port, base, state);
  return {
    address,
    root,
    git,
    readBlob: (name) => execFileSync('git', ['cat-file', 'blob', name], { cwd: root }),
    oneTimeLink: () => `http://${host}:${port}${cms.oneTimeLink?.path() ?? ''}`,
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

/** The same tests run in several engines at a time, each with servers of its own. */
function portsAside(): number {
  try {
    return { chromium: 0, firefox: 100, webkit: 200 }[test.info().project.name] ?? 0;
  } catch {
    // Measurements run outside of tests.
    return 0;
  }
}

function buildSite({ root, folder, base, port }: { root: string; folder: string; base: string; port: number }): void {
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      OUT_DIR: folder,
      CACHE_DIR: path.join(root, '.cache'),
      CONTENT_ROOT: root,
      BASE_PATH: base,
      SITE_URL: `http://localhost:${port}`,
      CARDS: 'off',
    },
  });
  if (status !== 0) throw new Error('The site with the edited content did not build.');
}

async function serve(cms: CmsServer, port: number, base: string, state: SiteState): Promise<Server> {
  return listen({
    port,
    base,
    hostRule: cms.hostRule,
    site: {
      get folder() {
        return state.site;
      },
    },
    answer: async (request, response) => {
      // A cut line: the connection goes before anything is answered.
      if (state.isCut && request.url?.startsWith(`${base}api/`)) return Boolean(request.socket.destroy());
      const link = cms.oneTimeLink?.path();
      const isSignedIn = request.headers.cookie?.includes(`kenjinkai_cms_${port}=`) === true;
      if (link !== undefined && !isSignedIn && !state.isForStrangers && request.url?.startsWith(`${base}admin/`)) {
        response.writeHead(303, { Location: link }).end();
        return true;
      }
      return cms.handle(request, response);
    },
  });
}

interface SiteState {
  site: string;
  isCut: boolean;
  hoursLater: number;
  isForStrangers: boolean;
}

export interface CmsSiteOptions extends Omit<CmsOptions, 'root' | 'base' | 'address'> {
  port: number;
  /** Folder of a site that is built already. */
  site: string;
  base?: string;
  /** Name by which browsers reach the server. */
  host?: string;
  /** Nobody is sent through the one-time link by itself. */
  isForStrangers?: boolean;
  /** Folder from which the content is copied. */
  content?: string;
}

export interface CmsSite {
  /** Home page. */
  address: string;
  root: string;
  git: (...words: string[]) => string;
  /** The bytes of a file as Git has it, as in `main:public/images/plan.png`. */
  readBlob: (name: string) => Buffer;
  /** The one-time link that is valid now. */
  oneTimeLink: () => string;
  /** Takes the line to the CMS away, or gives it back. */
  cut: (isCut: boolean) => void;
  /** Lets the server's clock run ahead, so that logins expire. */
  passHours: (hours: number) => void;
  /** Builds the site from the repository as it is now, and serves that. */
  rebuild: () => void;
  close: () => Promise<void>;
}
