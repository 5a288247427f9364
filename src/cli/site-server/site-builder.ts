import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteState } from '../../../cms/protocol/session.ts';

/**
 * Builds a site again whenever somebody asks, into two folders used in turn: the last one that was built whole is what
 * readers get, also after this process was started anew. Requests that come together are one build; there is one build
 * at a time, and one more after it if something changed meanwhile.
 */
export function createSiteBuilder({
  folder,
  build,
  onState = () => undefined,
  now = () => new Date(),
}: BuilderOptions): SiteBuilder {
  const note = path.join(folder, 'current');
  const site = { folder: readCurrent(folder, note) };
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
      const isWhole = await prepare(target).then(
        () => build(target),
        () => false,
      );
      if (isClosed) return;
      if (isWhole && existsSync(path.join(target, 'index.html'))) {
        site.folder = target;
        await writeCurrent(note, target);
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
      timer = setTimeout(() => void start(), pauseAfterChange);
    },
    now: (reason) => {
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

/** The folder that an earlier run left whole; `''` if there is none. */
function readCurrent(folder: string, note: string): string {
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  const whole = path.join(folder, name);
  return /^site-[01]$/.test(name) && existsSync(path.join(whole, 'index.html')) ? whole : '';
}

async function writeCurrent(note: string, target: string): Promise<void> {
  await writeFile(`${note}.new`, `${path.basename(target)}\n`);
  await rename(`${note}.new`, note);
}

/** Milliseconds in which changes that belong together come: an editor's save, a pull, several publications. */
const pauseAfterChange = 250;

interface BuilderOptions {
  /** In which the two folders of the site lie. */
  folder: string;
  /** Builds into a folder that is empty; false where it failed. */
  build: (target: string) => Promise<boolean>;
  onState?: (state: SiteState, details: { isFirst: boolean; reasons: readonly string[] }) => void;
  now?: () => Date;
}

export interface SiteBuilder {
  /** What is served; `folder` is `''` until there is a first site. */
  site: { readonly folder: string };
  state: () => SiteState;
  /** Asks for a build; `reason` is what changed. */
  request: (reason: string) => void;
  /** The same at once; resolves when nothing is left to build. */
  now: (reason: string) => Promise<void>;
  close: () => void;
}
