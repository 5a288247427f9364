import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import type { BuildOrder, BuildResult } from '../../builder/build-process.ts';

/**
 * Builds a site with the program of this checkout, in a process that stays: while only content changes, it brings the
 * site that it built last up to date. When it has ended, or the program has changed, another one builds the whole site.
 */
export function createBuild({ program, settings }: BuildOptions): Build {
  let running: RunningBuild | undefined;
  let isStopped = false;

  const buildWhole = async (target: string, isBackground: boolean): Promise<boolean> => {
    running?.child.kill();
    const child = start({ ...settings, OUT_DIR: target }, program);
    running = { child, built: undefined };
    if (isBackground) yieldToOthers(child);
    const isWhole = (await ask(child, {})) ?? false;
    if (isWhole) running.built = target;
    // From here on editors and readers come first.
    yieldToOthers(child);
    return isWhole;
  };

  return {
    async run(target, { from = '', isBackground = false } = {}) {
      if (running?.built !== undefined && running.built === from) {
        const isWhole = await ask(running.child, { from, to: target });
        if (isWhole) running.built = target;
        if (isWhole !== undefined || isStopped) return isWhole ?? false;
      }
      return buildWhole(target, isBackground);
    },
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

function start(settings: Readonly<Record<string, string>>, program: string): ChildProcess {
  return fork(path.join(program, 'src', 'builder', 'build-process.ts'), {
    cwd: program,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Undefined where the process ended instead of answering. */
function ask(child: ChildProcess, order: BuildOrder): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const answer = ({ isWhole }: BuildResult): void => end(isWhole);
    const fail = (): void => end(undefined);
    const end = (result: boolean | undefined): void => {
      child.off('message', answer).off('exit', fail).off('error', fail);
      resolve(result);
    };
    child.once('message', answer).once('exit', fail).once('error', fail);
    if (child.connected) child.send(order, (error) => (error ? fail() : undefined));
    else fail();
  });
}

/** A build takes every processor there is. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let us: it is only slower then.
  }
}

interface RunningBuild {
  readonly child: ChildProcess;
  /** The folder of the site that it built last. */
  built: string | undefined;
}

interface BuildOptions {
  /** Folder of the checkout whose program builds. */
  program: string;
  /** Environment variables of the build. */
  settings: Readonly<Record<string, string>>;
}

export interface Build {
  /**
   * Resolves to whether the site in the folder is whole. `from` is the site that is shown now, if only content has changed
   * since. In the background it takes what time others leave.
   */
  run: (target: string, options?: { from?: string; isBackground?: boolean }) => Promise<boolean>;
  /** Of the process that builds, or waits to. */
  pid: () => number | undefined;
  stop: () => void;
}
