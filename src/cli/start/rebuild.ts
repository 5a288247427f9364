import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { commandLineWords as words } from '../words.ts';

const pauseAfterChange = 250;

/**
 * Builds once, then after each change below `content/`, into folders used in turn, so that the site being read is never
 * half-written. Resolves after the first build; the result stops the watch.
 */
export async function rebuildOnChange(options: RebuildOptions): Promise<() => void> {
  const content = path.join(options.root, 'content');
  const changed = new Set<string>();
  let turn = 0;
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  const build = async (isFirst: boolean): Promise<void> => {
    running = true;
    const files = [...changed];
    changed.clear();
    console.log(isFirst ? words.building : words.rebuilding(summarise(files)));
    turn += 1;
    const folder = path.join(options.root, '.cache', 'start', `site-${turn % 2}`);
    const started = performance.now();
    const succeeded = await buildInto(folder, options);
    running = false;
    if (succeeded) {
      console.log(words.built(((performance.now() - started) / 1000).toFixed(1)));
      options.onBuilt(folder);
    } else {
      console.error(words.buildFailed);
    }
    if (changed.size > 0) await build(false);
  };

  const watcher = watch(content, { recursive: true }, (_event, file) => {
    changed.add(file ?? 'content');
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!running && changed.size > 0) void build(false);
    }, pauseAfterChange);
  });

  await build(true);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function buildInto(folder: string, { root, siteAddress }: RebuildOptions): Promise<boolean> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--silent'], {
    cwd: root,
    env: { ...process.env, OUT_DIR: folder, SITE_URL: siteAddress },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function summarise(files: readonly string[]): string {
  const [first = 'content'] = files;
  return files.length > 1 ? `${first} ほか${files.length - 1}件` : first;
}

export interface RebuildOptions {
  root: string;
  siteAddress: string;
  /** Called with the folder of each build that succeeded. */
  onBuilt: (folder: string) => void;
}
