import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import type { BuildOrder, BuildResult } from '../../builder/build-process.ts';

/**
 * Builds a site with the program of this checkout, in a process that stays: while only content changes, it brings the
 * site that it built last up to date. When it has ended, or `from` is left out, another one builds the whole site.
 */
export function createBuild({ program, settings, whenLost = () => undefined }: BuildOptions): Build {
  let running: RunningBuild | undefined;
  let done: Promise<void> = Promise.resolve();
  let isStopped = false;

  const order = async (build: RunningBuild, target: string, from?: string): Promise<boolean | undefined> => {
    const { showable, all } = ask(build.child, from === undefined ? {} : { from, to: target });
    const isShowable = await showable;
    if (isShowable) build.shown = target;
    done = all.then((outcome) => {
      // Its pages are shown, and its search is not whole.
      if (outcome === undefined && isShowable && !isStopped && running === build) whenLost();
    });
    return isShowable;
  };
  const buildWhole = async (target: string, isBackground: boolean): Promise<Attempt> => {
    running?.child.kill();
    const child = startBuildProcess(program, { ...settings, OUT_DIR: target });
    running = { child, shown: undefined };
    if (isBackground) lowerPriority(child);
    const isShowable = await order(running, target);
    // From here on editors and readers come first.
    lowerPriority(child);
    return { isShowable: isShowable ?? false, wasKilled: isShowable === undefined && child.signalCode !== null };
  };

  return {
    async run(target, { from = '', isBackground = false } = {}) {
      // What is told of one order must not be heard as the answer to the next.
      await done;
      if (running?.shown !== undefined && running.shown === from) {
        const isShowable = await order(running, target, from);
        if (isShowable !== undefined || isStopped) return isShowable ?? false;
        await rm(target, { recursive: true, force: true });
      }
      const { isShowable, wasKilled } = await buildWhole(target, isBackground);
      // A machine that ran out of memory may have some now; what the program itself ends with would come again.
      if (wasKilled && !isStopped) return (await buildWhole(target, isBackground)).isShowable;
      return isShowable;
    },
    settled: () => done,
    pid: () => running?.child.pid,
    stop: () => {
      isStopped = true;
      running?.child.kill();
    },
  };
}

/** Whether one of the changed files is part of the program that makes pages: what maintainers write is. */
export function changesProgram(files: readonly string[]): boolean {
  return files.some((file) => /^content[\\/]pages(?:[\\/]|$)/.test(file));
}

/** Starts the process that `builder/build-process.ts` describes, with these environment variables. */
export function startBuildProcess(program: string, settings: Readonly<Record<string, string>>): ChildProcess {
  return fork(path.join(program, 'src', 'builder', 'build-process.ts'), {
    cwd: program,
    env: { ...process.env, ...memoryEnvironment, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Both are undefined where the process ends instead of answering. */
function ask(child: ChildProcess, order: BuildOrder): Answers {
  const showable = Promise.withResolvers<boolean | undefined>();
  const all = Promise.withResolvers<boolean | undefined>();
  const hear = ({ isShowable, isDone }: BuildResult): void => {
    showable.resolve(isShowable);
    if (isDone) end(isShowable);
  };
  const fail = (): void => end(undefined);
  const end = (result: boolean | undefined): void => {
    child.off('message', hear).off('exit', fail).off('error', fail);
    showable.resolve(result);
    all.resolve(result);
  };
  child.on('message', hear).once('exit', fail).once('error', fail);
  if (child.connected) child.send(order, (error) => (error ? fail() : undefined));
  else fail();
  return { showable: showable.promise, all: all.promise };
}

/** A build takes every processor there is. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let us: it is only slower then.
  }
}

/**
 * For glibc: threads that have ended keep 200 MB of a build of 10,000 Q&As otherwise. For mimalloc, which Rolldown
 * uses: memory goes back to the system at once, else 200 MB of bundling stay until the build ends.
 */
const memoryEnvironment = { MALLOC_ARENA_MAX: '2', MIMALLOC_PURGE_DELAY: '0' };

interface Answers {
  /** Whether the site can be shown. */
  readonly showable: Promise<boolean | undefined>;
  /** The same, once nothing is left to do. */
  readonly all: Promise<boolean | undefined>;
}

interface Attempt {
  readonly isShowable: boolean;
  /** By a signal, not by an error of its own. */
  readonly wasKilled: boolean;
}

interface RunningBuild {
  readonly child: ChildProcess;
  /** The folder of the site that it last told to be fit to show. */
  shown: string | undefined;
}

interface BuildOptions {
  /** Folder of the checkout whose program builds. */
  program: string;
  /** Environment variables of the build. */
  settings: Readonly<Record<string, string>>;
  /** Called where the process ended before the search of a site that can be shown was whole. */
  whenLost?: () => void;
}

export interface Build {
  /**
   * Resolves to whether the site in the folder can be shown. `from` is the site that is shown now, if only content has
   * changed since. In the background it takes what time others leave.
   */
  run: (target: string, options?: { from?: string; isBackground?: boolean }) => Promise<boolean>;
  /** Resolves when the search of the site that can be shown last is whole too, or its process has ended. */
  settled: () => Promise<void>;
  /** Of the process that builds, or waits to. */
  pid: () => number | undefined;
  stop: () => void;
}
