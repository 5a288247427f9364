import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteState } from '../../../cms/protocol/session.ts';

/**
 * Builds a site on request, into two folders in turn. Readers get the last complete build, also after a restart of this
 * process. Requests within a short pause share a build. One build runs at a time; requests during it lead to one more.
 */
export function createSiteBuilder({
  folder,
  settingsKey,
  build,
  onState = () => undefined,
  now = () => new Date(),
}: BuilderOptions): SiteBuilder {
  const currentFile = path.join(folder, 'current');
  const site = { folder: readCurrent(folder, currentFile, settingsKey) };
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;
  let state: SiteState = { state: site.folder === '' ? 'building' : 'ready', at: now().toISOString() };

  const setState = (next: SiteState['state'], reasons: readonly string[]) => {
    state = { state: next, at: now().toISOString() };
    onState(state, { isFirst: site.folder === '', reasons });
  };
  const run = async (): Promise<void> => {
    while (waiting.size > 0 && !isClosed) {
      const reasons = [...waiting];
      waiting.clear();
      const target = path.join(folder, site.folder === path.join(folder, 'site-1') ? 'site-0' : 'site-1');
      setState('building', reasons);
      const succeeded = await prepare(target)
        .then(() => build(target, { from: site.folder, reasons }))
        .catch(sayFailure);
      if (isClosed) return;
      if (succeeded && existsSync(path.join(target, 'index.html'))) {
        site.folder = target;
        // If `current` cannot be written, this site is served all the same; only the next restart has to build first.
        await writeCurrent(currentFile, target, settingsKey).catch(sayFailure);
        setState('ready', reasons);
      } else {
        setState('failed', reasons);
      }
    }
  };
  const start = (): Promise<void> => {
    clearTimeout(timer);
    running ??= run().finally(() => (running = undefined));
    return running;
  };

  return {
    site,
    state: () => state,
    request: (reason) => {
      waiting.add(reason);
      clearTimeout(timer);
      timer = setTimeout(() => void start(), pauseAfterChangeMs);
    },
    buildAtOnce: (reason) => {
      waiting.add(reason);
      return start();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

async function prepare(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
}

function sayFailure(error: unknown): boolean {
  console.error(error);
  return false;
}

/** The folder of the last complete build of an earlier run with the same settings; `''` if there is none. */
function readCurrent(folder: string, currentFile: string, settingsKey: string): string {
  const [noted = '', key = ''] = existsSync(currentFile) ? readFileSync(currentFile, 'utf8').split('\n') : [];
  const name = key === settingsKey ? noted : '';
  const fullPath = path.join(folder, name);
  return /^site-[01]$/.test(name) && existsSync(path.join(fullPath, 'index.html')) ? fullPath : '';
}

async function writeCurrent(currentFile: string, target: string, settingsKey: string): Promise<void> {
  await writeFile(`${currentFile}.new`, `${path.basename(target)}\n${settingsKey}\n`);
  await rename(`${currentFile}.new`, currentFile);
}

/** Milliseconds to wait for more changes before a build starts: one save or one pull changes several files. */
const pauseAfterChangeMs = 250;

interface BuilderOptions {
  /** In which the two folders of the site lie. */
  folder: string;
  /** Tells settings apart, on one line: a site for members must not be served to the public after a restart. */
  settingsKey: string;
  /**
   * Builds into a folder that is empty; false where it failed. `from` is the folder of the site that is shown, `''` if
   * there is none.
   */
  build: (target: string, change: { from: string; reasons: readonly string[] }) => Promise<boolean>;
  onState?: (state: SiteState, details: { isFirst: boolean; reasons: readonly string[] }) => void;
  now?: () => Date;
}

export interface SiteBuilder {
  /** What is served; `folder` is `''` until there is a first site. */
  site: { readonly folder: string };
  state: () => SiteState;
  /** Asks for a build; `reason` is what changed. */
  request: (reason: string) => void;
  /** Asks for a build without waiting for further changes; resolves when nothing is left to build. */
  buildAtOnce: (reason: string) => Promise<void>;
  close: () => void;
}
