import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Random } from '../random.ts';

/**
 * Somebody who works with Git in the checkout beside the server, on files of their own; they never delete an entry.
 * `isFull` tells that the disk is full: then they do nothing that Git itself would leave half done.
 */
export function createPerson({ root, remote, colleague, random, tally, isFull }: PersonParts): Person {
  const log: string[] = [];
  let turn = 0;
  let isAtWork = false;

  async function git(...args: string[]): Promise<boolean> {
    const started = new Date().toISOString().slice(11, 23);
    const name = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-C') ?? '';
    try {
      await promisify(execFile)('git', [...identity, ...args], { cwd: root, env: { ...process.env, ...environment } });
      log.push(`${started} ${args.join(' ')}: done`);
      tally(`${name}: done`);
      return true;
    } catch (error) {
      log.push(
        `${started} ${args.join(' ')}: ${String((error as { stderr?: string }).stderr)
          .trim()
          .split('\n')
          .slice(-2)
          .join(' / ')}`,
      );
      tally(`${name}: refused`);
      return false;
    }
  }

  const write = (): void => {
    turn += 1;
    writeFileSync(path.join(root, 'notes.txt'), `${turn}\n`);
  };

  const actions = {
    commit: async () => {
      write();
      await git('add', 'notes.txt');
      await git('commit', '-q', '-m', `note ${turn}`);
    },
    'commit all': async () => {
      write();
      await git('commit', '-q', '-a', '-m', `note ${turn}`);
    },
    stash: async () => {
      write();
      if (await git('stash', 'push', '-q'))
        await again(
          () => git('stash', 'pop', '-q'),
          () => git('checkout', '-q', '--', 'notes.txt'),
        );
    },
    pull: async () => {
      await git('-C', colleague, 'pull', '-q', '--rebase', 'origin', 'main');
      await git('-C', colleague, 'commit', '-q', '--allow-empty', '-m', `elsewhere ${turn}`);
      await git('-C', colleague, 'push', '-q', 'origin', 'HEAD:main');
      await git('checkout', '-q', '--', 'notes.txt');
      if (!(await git('pull', '-q', '--rebase', 'origin', 'main')))
        await again(
          () => git('rebase', '--abort'),
          async () => true,
        );
      else await git('push', '-q', remote, 'main');
    },
    collect: () => git('gc', '-q', '--prune=now'),
    reset: () => git('reset', '-q', '--hard'),
    switch: async () => {
      await git('checkout', '-q', '--', 'notes.txt');
      await git('switch', '-q', 'other');
      await new Promise((resolve) => setTimeout(resolve, random.between(0, 300)));
      await git('switch', '-q', 'main');
    },
    checkout: () => git('checkout', '-q', '--', '.'),
  };

  return {
    log,
    step: async () => {
      const name = random.pick([
        ['commit', 4],
        ['commit all', 3],
        ['stash', 3],
        ['pull', 3],
        ['collect', 3],
        ['reset', 2],
        ['switch', 1],
        ['checkout', 1],
      ] as const);
      if (isFull()) {
        if (name === 'commit' || name === 'collect') await actions[name]();
        return;
      }
      isAtWork = true;
      await actions[name]();
      isAtWork = false;
    },
    isAtWork: () => isAtWork,
    comeBack: async () => {
      for (let triesLeft = 20; triesLeft > 0; triesLeft -= 1) {
        if ((await git('switch', '-q', 'main')) || (await git('rebase', '--abort'))) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

/** Tries again as somebody would who reads that another Git command is running; `instead` is what they do at last. */
async function again(work: () => Promise<boolean>, instead: () => Promise<boolean>): Promise<boolean> {
  for (let triesLeft = 5; triesLeft > 0; triesLeft -= 1) {
    if (await work()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return instead();
}

const identity = ['-c', 'user.name=保守', '-c', 'user.email=keeper@example.jp', '-c', 'commit.gpgSign=false'];
const environment = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', GIT_EDITOR: 'true' };

interface PersonParts {
  root: string;
  remote: string;
  /** Another clone of the remote, from which commits come. */
  colleague: string;
  random: Random;
  tally: (what: string) => void;
  isFull: () => boolean;
}

export interface Person {
  /** Every command and what came of it. */
  log: readonly string[];
  step: () => Promise<void>;
  /** Whether a command runs that Git itself leaves half done where the disk is full. */
  isAtWork: () => boolean;
  /** Ends on the branch that the desk edits. */
  comeBack: () => Promise<void>;
}
