import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';

/** Runs Astro's build with the program of this checkout, for other content if `settings` say so. */
export function createAstroBuild({ program, settings }: BuildOptions): AstroBuild {
  let child: ChildProcess | undefined;
  return {
    run: (folder, { isBackground = false } = {}) => {
      const astro = path.join(program, 'node_modules', 'astro', 'bin', 'astro.mjs');
      child = spawn(process.execPath, [astro, 'build', '--silent'], {
        cwd: program,
        env: { ...process.env, ...settings, OUT_DIR: folder },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      if (isBackground) yieldToOthers(child);
      return new Promise((resolve) => {
        child?.once('error', () => resolve(false));
        child?.once('exit', (code) => resolve(code === 0));
      });
    },
    stop: () => void child?.kill(),
  };
}

/** Editors and readers come first; a build takes every processor there is. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let us: it is only slower then.
  }
}

interface BuildOptions {
  /** Folder of the checkout whose program builds. */
  program: string;
  /** Environment variables of the build. */
  settings: Readonly<Record<string, string>>;
}

export interface AstroBuild {
  /** Resolves to whether the site in the folder is whole. In the background it takes what time others leave. */
  run: (folder: string, options?: { isBackground?: boolean }) => Promise<boolean>;
  stop: () => void;
}
