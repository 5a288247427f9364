import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Opens the repository at `root` for plumbing commands. Hooks, editors, prompts and inherited `GIT_*` settings have no
 * say, so that what a commit holds is decided here alone.
 */
export async function openGit(root: string): Promise<Git> {
  const folder = await realpath(root);
  const facts = await runGit(
    folder,
    [],
    ['rev-parse', '--absolute-git-dir', '--git-common-dir', '--is-bare-repository', '--show-object-format'],
    {},
  );
  const [gitFolder = '', common = '', isBare, format] = facts.toString().trim().split('\n');
  const workTree =
    isBare === 'true'
      ? undefined
      : await realpath((await runGit(folder, [], ['rev-parse', '--show-toplevel'], {})).toString().trim());
  const children = new Set<ChildProcessWithoutNullStreams>();
  const bind = (gitDirectory: string, tree: string | undefined): Git => {
    const place = [`--git-dir=${gitDirectory}`, ...(tree === undefined ? [] : [`--work-tree=${tree}`])];
    const directory = tree ?? (gitDirectory === gitFolder ? folder : gitDirectory);
    return {
      gitFolder: gitDirectory,
      commonFolder: path.resolve(folder, common),
      workTree: tree,
      idLength: format === 'sha256' ? 64 : 40,
      run: (args, options = {}) => runGit(directory, place, args, options),
      start: (args) => {
        const child = spawnGit(directory, place, args, ownIdentity);
        children.add(child);
        child.once('close', () => children.delete(child));
        return child;
      },
      bind,
      close: () => {
        for (const child of children) child.kill();
      },
    };
  };
  return bind(gitFolder, workTree);
}

/** A Git command that ended with an error: `signal` when it was killed, as by a machine short of memory. */
export class GitError extends Error {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;

  constructor(args: readonly string[], exitCode: number | null, signal: NodeJS.Signals | null, message: string) {
    super(`git ${args[0] ?? ''}: ${message.trim()}`);
    this.exitCode = exitCode;
    this.signal = signal;
  }
}

/** The committer of every commit made here; the editor is the author. It needs no Git identity on the machine. */
export const committer = { name: '県人会ナレッジ CMS', mail: 'cms@kenjinkai-knowledge.invalid' };

/** For the reference log, where the machine has no identity. */
const ownIdentity = { GIT_COMMITTER_NAME: committer.name, GIT_COMMITTER_EMAIL: committer.mail };

const timeoutMs = 30_000;

/** References are flushed by Git, for the versions that know the setting, and objects by `makeDurable`. */
const settings = [
  '-c',
  'core.fsync=none,reference',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'gc.auto=0',
  '-c',
  'core.quotePath=false',
];

async function runGit(
  folder: string,
  place: readonly string[],
  args: readonly string[],
  options: RunOptions,
): Promise<Buffer> {
  const child = spawnGit(folder, place, args, options.env ?? {});
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const out: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code !== null && (code === 0 || options.accept?.includes(code))) resolve(Buffer.concat(out));
      else reject(new GitError(args, code, signal, Buffer.concat(complaints).toString()));
    });
  });
}

function spawnGit(
  folder: string,
  place: readonly string[],
  args: readonly string[],
  env: Record<string, string>,
): ChildProcessWithoutNullStreams {
  return spawn('git', [...place, '--literal-pathspecs', ...settings, ...args], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
    windowsHide: true,
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^GIT_/i.test(name) || /^GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)$/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  };
}

export interface Git {
  gitFolder: string;
  /** Where references and objects are; another folder than `gitFolder` in a linked work tree. */
  commonFolder: string;
  /** `undefined` in a bare repository. */
  workTree: string | undefined;
  /** Hexadecimal digits in an object id. */
  idLength: 40 | 64;
  run: (args: readonly string[], options?: RunOptions) => Promise<Buffer>;
  /** A process that lives on and answers line by line; ended by `close`. */
  start: (args: readonly string[]) => ChildProcessWithoutNullStreams;
  /** The same repository as another of its work trees sees it; both are closed together. */
  bind: (gitFolder: string, workTree: string | undefined) => Git;
  close: () => void;
}

interface RunOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  /** Exit codes other than 0 that are answers, not failures. */
  accept?: readonly number[];
}

/** Who made a commit. */
export interface Signature {
  name: string;
  mail: string;
  /** ISO moment. */
  when: string;
}
