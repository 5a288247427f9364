import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const fixture = path.join(projectRoot, 'tests/fixtures/content-errors');
const today = ['--today', '2026-11-20'];

describe('npm run lint:content', () => {
  let sound: string;

  beforeAll(async () => {
    sound = await mkdtemp(path.join(tmpdir(), 'lint-content-'));
    for (const file of [
      'qa/gifu/twin2222.mdx',
      'groups/nagano.yaml',
      'topics/office.yaml',
      'topics/office-move.yaml',
    ]) {
      await cp(path.join(fixture, 'content', file), path.join(sound, 'content', file));
    }
    const nagano = await readFile(path.join(sound, 'content/groups/nagano.yaml'), 'utf8');
    await writeFile(
      path.join(sound, 'content/groups/gifu.yaml'),
      nagano.replace('"20"', '"21"').replace('長野県\n', '岐阜県\n').replace('[gifu]', '[nagano]'),
    );
  });

  afterAll(() => rm(sound, { recursive: true }));

  it('shows every error of a run, in Japanese, with file, line, field and remedy', async () => {
    const { code, stdout } = await run('--root', fixture, ...today);
    expect(code).toBe(1);
    expect(stdout).toBe(await readFile(path.join(fixture, 'expected.txt'), 'utf8'));
  });

  it('is content with content that is right', async () => {
    expect(await run('--root', sound, ...today)).toEqual({
      code: 0,
      stdout: '5ファイルを調べました。問題は見つかりませんでした。\n',
      stderr: '',
    });
  });

  it('writes JSON', async () => {
    const { code, stdout } = await run('--root', fixture, '--format', 'json', ...today);
    const report = JSON.parse(stdout) as { error: number; findings: { severity: string; line: number }[] };
    expect(code).toBe(1);
    expect(report.error).toBe(report.findings.filter((finding) => finding.severity === 'error').length);
    expect(report.error).toBeGreaterThan(30);
  });

  it('writes annotations', async () => {
    const { stdout } = await run('--root', fixture, '--format', 'github', ...today);
    for (const line of stdout.trim().split('\n'))
      expect(line).toMatch(/^::(?:error|warning) file=content\/[^,]+,line=\d+,col=\d+,title=[a-z%3A/-]+::.+/);
  });

  it.each([
    [['--format', 'xml'], /使い方/],
    [['--today', 'きのう'], /使い方/],
    [['--unknown'], /使い方/],
    [['--root', path.join(projectRoot, 'tests/fixtures/content-errors/public')], /ファイルがありません/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(projectRoot, 'src/cli/lint-content.ts'), ...args],
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}
