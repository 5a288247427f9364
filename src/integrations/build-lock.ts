import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';

/**
 * Lets one build of this checkout wait for another. Astro writes lists and programs of every build into `.astro/`,
 * whose place cannot be chosen: two at once would rename each other's files away. Stands last among the integrations,
 * to end when all have.
 */
export function buildLock({ cacheFolder }: { cacheFolder: string }): AstroIntegration {
  let end = (): void => undefined;
  return {
    name: 'kenjinkai-build-lock',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command === 'build')
          end = await acquireBuildLock(path.join(cacheFolder, 'building'), () =>
            logger.info('同じフォルダーの別の組み立てが終わるのを待っています。'),
          );
      },
      'astro:build:done': () => end(),
    },
  };
}

const pollMilliseconds = 100;
const heartbeatMilliseconds = 5_000;
/** No build works so long without a heartbeat: its process id has been reused by another program. */
const maxSilenceMs = 60_000;

/**
 * Resolves when no living process holds the turn that `file` stands for, and takes it. The result gives it back, and so
 * does the end of this process.
 */
export async function acquireBuildLock(file: string, onWait: () => void): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let isFirst = true; !claim(file); isFirst = false) {
    if (isFirst) onWait();
    await pause(pollMilliseconds);
  }
  const heartbeat = setInterval(() => beat(file), heartbeatMilliseconds).unref();
  const end = (): void => {
    clearInterval(heartbeat);
    process.off('exit', end);
    rmSync(file, { force: true });
  };
  process.on('exit', end);
  return end;
}

function claim(file: string): boolean {
  if (!isHeld(file)) rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function beat(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody cleared the cache: the turn is gone, and the build goes on.
  }
}

function isHeld(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > maxSilenceMs) return false;
    const holder = Number(readFileSync(file, 'utf8'));
    // A file without a number is one that is being written.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
