import { spawnSync, type StdioOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

/** The link as a program shows it whose output goes to the keyboard's screen, to another program, or into a file. */
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'one-time-link-'));
  file = path.join(folder, 'one-time-link.txt');
});

afterEach(() => rmSync(folder, { recursive: true }));

const program = (): string => `
  import { showOneTimeLink } from ${JSON.stringify(pathToFileURL(path.resolve('src/cli/shared/show-one-time-link.ts')).href)};
  let used = 0;
  const listeners = [];
  const oneTimeLink = { path: () => '/open/secret' + used, onUse: (listener) => listeners.push(listener) };
  await showOneTimeLink({ oneTimeLink, privateFolder: ${JSON.stringify(folder)} }, 'http://localhost:4321');
  used += 1;
  for (const listener of listeners) listener();`;

function run(stdio: StdioOptions): string {
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program()], {
    stdio,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
}

it('shows each link once it is valid, and says that it works once', () => {
  const said = run(['ignore', 'pipe', 'inherit']);
  expect(said.match(/http:\/\/localhost:4321\/open\/secret\d/g)).toEqual([
    'http://localhost:4321/open/secret0',
    'http://localhost:4321/open/secret1',
  ]);
  expect(said).toContain('一度だけ使えます');
  expect(existsSync(file)).toBe(false);
});

// Windows has no modes of files.
it.skipIf(process.platform === 'win32')(
  'keeps the secret out of a log that others may read, and names a file that they may not',
  () => {
    const log = path.join(folder, 'start.log');
    const output = openSync(log, 'w');
    chmodSync(log, 0o644);
    run(['ignore', output, 'inherit']);
    expect(readFileSync(log, 'utf8')).toContain(file);
    expect(readFileSync(log, 'utf8')).not.toContain('secret');
    expect(readFileSync(file, 'utf8')).toBe('http://localhost:4321/open/secret1\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    chmodSync(log, 0o600);
    run(['ignore', openSync(log, 'w'), 'inherit']);
    expect(readFileSync(log, 'utf8')).toContain('/open/secret1');
  },
);
