import { execFile, spawn } from 'node:child_process';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Fetches the commits and folders that lead to these commits into a repository of our own: the clone that
 * is built stays as it is. Tells whether they are there. What is there is not fetched again; a remote that
 * did not answer is left alone for a while.
 */
export async function fetchHistory({ root, hashes, folder, timeouts = defaultTimeouts }: Fetch): Promise<boolean> {
  const silent = `${folder}-unanswered`;
  const isThere = async (): Promise<boolean> => {
    const found = await Promise.all(hashes.map((hash) => tryGit(root, ['--git-dir', folder, 'cat-file', '-e', hash])));
    return found.every((said) => said !== undefined);
  };
  if (await isThere()) return true;
  if (await isRecent(silent)) return false;
  const remote = await readRemote(root);
  if (remote === undefined) return false;

  const environment = { ...process.env, ...quiet, ...remote.environment };
  const ask = (args: readonly string[], milliseconds: number) =>
    runBounded(['--git-dir', folder, ...args], { root, environment, milliseconds });
  await mkdir(folder, { recursive: true });
  if ((await tryGit(root, ['init', '--quiet', '--bare', folder])) === undefined) return false;
  if (await ask(['ls-remote', '--quiet', 'origin', 'HEAD'], timeouts.answer)) {
    const fetch = ['fetch', '--quiet', '--no-tags', '--update-shallow', ...remote.filter, 'origin'];
    const wanted = hashes.map((hash) => `+${hash}:refs/bounds/${hash}`);
    // An old server gives branches alone.
    for (const references of [wanted, ['+refs/heads/*:refs/remotes/origin/*']])
      if ((await ask([...fetch, ...references], timeouts.history)) && (await isThere())) return true;
  }
  // What is half there might be taken for all.
  await rm(folder, { recursive: true, force: true });
  await writeFile(silent, '');
  return false;
}

/**
 * The clone's remote, with the settings by which the clone reaches it (a hosted build keeps its login there). They are
 * handed on in the environment, so that no secret is written or listed among the processes.
 */
async function readRemote(root: string): Promise<Remote | undefined> {
  const names = (await tryGit(root, ['remote']))?.split('\n').filter(Boolean) ?? [];
  const name = names.includes('origin') ? 'origin' : names[0];
  const url = name && (await tryGit(root, ['remote', 'get-url', name]));
  const listed = await tryGit(root, ['config', '--list', '-z']);
  if (!url || listed === undefined) return undefined;
  const settings = listed.split('\0').flatMap((entry) => {
    const [key = '', ...lines] = entry.split('\n');
    return waysToRemote.test(key) ? [[key, lines.join('\n')] as const] : [];
  });
  settings.push(['remote.origin.url', url.trim()]);
  const numbered = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key] as const,
    [`GIT_CONFIG_VALUE_${index}`, value] as const,
  ]);
  // All of them are in the list already: named twice, a header of a login would be sent twice.
  const elsewhere = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  return {
    environment: { ...elsewhere, ...Object.fromEntries(numbered), GIT_CONFIG_COUNT: String(settings.length) },
    filter: /^https?:/.test(url) ? ['--filter=blob:none'] : [],
  };
}

const waysToRemote = /^(?:http|credential|protocol|ssh|core\.(?:sshcommand|gitproxy)$)/;

async function isRecent(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => undefined);
  return facts !== undefined && Date.now() - facts.mtimeMs < pauseMilliseconds;
}

async function tryGit(root: string, words: readonly string[]): Promise<string | undefined> {
  return run('git', [...words], { cwd: root, maxBuffer: 1 << 24 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

/** Whether Git ended well in time. In a group of its own: with it end the programs that it has started. */
async function runBounded(
  words: readonly string[],
  { root, environment, milliseconds }: { root: string; environment: NodeJS.ProcessEnv; milliseconds: number },
): Promise<boolean> {
  const child = spawn('git', words, { cwd: root, env: environment, stdio: 'ignore', detached: true });
  const end = (): void => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGTERM');
    } catch {
      child.kill();
    }
  };
  const timer = setTimeout(end, milliseconds);
  process.once('exit', end);
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    });
  } finally {
    clearTimeout(timer);
    process.off('exit', end);
  }
}

/** Nobody is there to be asked for a password. */
const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true', SSH_ASKPASS: 'true', GCM_INTERACTIVE: 'never' };

const defaultTimeouts: Timeouts = { answer: 10_000, history: 120_000 };

/** An office without a way out builds at every publication and should not wait each time. */
const pauseMilliseconds = 600_000;

interface Remote {
  environment: Record<string, string>;
  /**
   * Leaves out files' contents. Git 2.39 asks without end for what lies before a remote that is shallow itself if this
   * is set; over HTTP there is none.
   */
  filter: readonly string[];
}

export interface Timeouts {
  /** Milliseconds for a first answer of the remote. */
  answer: number;
  /** Milliseconds for the history. */
  history: number;
}

interface Fetch {
  root: string;
  hashes: readonly string[];
  /** Of the repository of our own. */
  folder: string;
  timeouts: Timeouts | undefined;
}
