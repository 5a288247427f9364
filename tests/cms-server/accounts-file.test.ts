import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAccounts } from '../../cms/server/access/accounts.ts';
import { hashCheaply } from './hash-cheaply.ts';
import { makeRepository, type SampleRepository } from './sample-repository.ts';

/**
 * Whether files have modes (`chmod`) here. The tests run the commands of the office server as an administrator does.
 */
const hasFileModes = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

let folder: string;
let file: string;
let repository: SampleRepository;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accounts-file-'));
  file = path.join(folder, 'accounts.yaml');
  repository = makeRepository();
  await writeAccounts(file, [
    {
      login: 'hanako',
      name: '岐阜花子',
      role: 'editor',
      groups: ['gifu'],
      password: await hashCheaply('とても長い合言葉です2026'),
    },
  ]);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  repository.remove();
});

describe.skipIf(!hasFileModes)('an accounts file that other users can read or write', () => {
  it.each([
    [0o644, '読める'],
    [0o640, '読める'],
    [0o604, '読める'],
    [0o660, '書き換えられる'],
    [0o622, '書き換えられる'],
    [0o602, '書き換えられる'],
    [0o666, '書き換えられる'],
  ])('with mode %o is refused at the start, in one sentence', async (mode, sentence) => {
    chmodSync(file, mode);
    const { code, errors } = await serve();
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
    expect(errors).toMatch(/^「.*accounts\.yaml」.*chmod 600.*。\n$/);
  });

  it('is refused behind a symbolic link; so is a settings file with a secret', async () => {
    chmodSync(file, 0o644);
    const link = path.join(folder, 'link.yaml');
    symlinkSync(file, link);
    expect((await serve(link)).errors).toContain('読める');

    chmodSync(file, 0o600);
    const settings = path.join(folder, 'settings.yaml');
    writeFileSync(
      settings,
      `access: { mode: proxy, file: ${file}, userHeader: x-user, secretHeader: x-secret, secret: ${'s'.repeat(40)} }\naddress: https://a.example.jp\n`,
    );
    chmodSync(settings, 0o644);
    expect(await run(['--config', settings, '--repository', repository.root])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/settings\.yaml.*読める/),
    });
  });

  it.skipIf(!isRoot)('is refused when it is another user’s; only root can make one for a test', async () => {
    chownSync(file, 65_534, 65_534);
    expect((await serve()).errors).toMatch(/所有者.*chown/);
    expect(await addUser()).toMatchObject({ code: 1, errors: expect.stringMatching(/所有者/) });
  });

  it('is written for its owner alone, whatever it was before and whatever lies beside it', async () => {
    chmodSync(file, 0o644);
    expect(await addUser()).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('login: taro');

    const trap = path.join(folder, 'elsewhere');
    for (const name of ['.new', `.${process.pid}.new`]) symlinkSync(trap, `${file}${name}`);
    await writeAccounts(file, []);
    expect(existsSync(trap)).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not taken over by add-user or remove-user when others could have written it', async () => {
    chmodSync(file, 0o666);
    expect(await addUser()).toMatchObject({ code: 1, errors: expect.stringMatching(/書き換え/) });
    expect(await run(['remove-user', '--accounts', file, '--login', 'hanako'])).toMatchObject({ code: 1 });
    expect(readFileSync(file, 'utf8')).toContain('hanako');
  });
});

function serve(accounts = file): Promise<Ended> {
  return run(['--repository', repository.root, '--accounts', accounts, '--address', 'https://a.example.jp']);
}

function addUser(): Promise<Ended> {
  return run(
    ['add-user', '--accounts', file, '--login', 'taro', '--name', '太郎', '--role', 'contributor'],
    'とても長い合言葉です2026\n',
  );
}

function run(args: string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, ['src/cli/cms-server.ts', ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: 60_000,
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, errors })));
}

interface Ended {
  code: number | null;
  errors: string;
}
