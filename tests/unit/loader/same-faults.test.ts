import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { siteContent } from '../../../src/integrations/site-content.ts';

const today = '2026-11-20';
let root = '';

const plantRoot = async (): Promise<void> => {
  root = await mkdtemp(path.join(tmpdir(), 'same-faults-'));
};
const removeRoot = (): Promise<void> => rm(root, { recursive: true });

describe('the content check and a build, where something is wrong', () => {
  let text: Command;
  let findings: { file: string; rule: string; line: number }[];
  let build: Build;

  beforeAll(async () => {
    await plantRoot();
    await plantFaults();
    text = await runCommand('--root', root, '--today', today);
    const { stdout } = await runCommand('--root', root, '--today', today, '--format', 'json');
    ({ findings } = JSON.parse(stdout) as { findings: typeof findings });
    build = await runBuild();
  });
  afterAll(removeRoot);

  it('say the same in the same words, and the build keeps nothing', () => {
    expect(text.code).toBe(1);
    expect(build.error).toMatch(/^内容に\d+件の誤りがあるため、サイトを組み立てられません。$/m);
    expect(build.error?.split('\n').slice(1).join('\n')).toBe(text.stdout.trimEnd());
    expect(build.log.join('\n')).not.toContain('ファイルを調べました');
    expect(build.entries).toBe(0);
  });

  it.each([
    ['YAML', 'qa/gifu/broken22.mdx', 'front-matter'],
    ['the schema', 'qa/gifu/fields22.mdx', 'fields'],
    ['references', 'qa/gifu/fields22.mdx', 'references'],
    ['a text', 'qa/gifu/fields22.mdx', 'safe-mdx'],
    ['links in a text', 'qa/gifu/fields22.mdx', 'links'],
    ['personal information', 'qa/gifu/person22.mdx', 'personal-information/phone'],
    ['former addresses', 'qa/gifu/former22.mdx', 'redirects'],
    ['a page', 'pages/wrong.mdx', 'page-body'],
    ['fields of a page', 'pages/wrong.mdx', 'fields'],
    ['judgements of what looks personal', 'privacy-exceptions.yaml', 'privacy-exceptions'],
    ['a file of another kind', 'topics/movers.yml', 'files'],
    ['a file of no collection', 'notes.txt', 'files'],
    ['a file that is linked', 'qa/gifu/linked22.mdx', 'front-matter'],
    ['an image', '../public/images/page.html', 'images'],
  ])('find %s', (_kind, place, rule) => {
    const file = path.posix.join('content', place);
    const lines = findings.filter((finding) => finding.file === file && finding.rule === rule).map(({ line }) => line);
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(build.error).toContain(`${file}:${line}:`);
  });
});

describe('the content check and a build', () => {
  beforeEach(plantRoot);
  afterEach(removeRoot);

  it('say how many files they looked at where nothing is wrong, a build once', async () => {
    await plantSound();
    const { code, stdout } = await runCommand('--root', root, '--today', today);
    const { error, log, entries } = await runBuild();
    expect({ code, error }).toEqual({ code: 0, error: undefined });
    expect(log.filter((text) => text.includes('ファイルを調べました'))).toEqual([stdout.trimEnd()]);
    expect(stdout).toMatch(/^\d+ファイルを調べました。問題は見つかりませんでした。$/m);
    expect(entries).toBeGreaterThan(0);
  });

  it('stop where there is nothing to check', async () => {
    const { code, stderr } = await runCommand('--root', root);
    const { error } = await runBuild();
    expect(code).toBe(2);
    expect(stderr).toContain(`「${path.join(root, 'content')}」にファイルがありません。--root を`);
    expect(error).toBe(`「${path.join(root, 'content')}」にファイルがありません。CONTENT_ROOT を確かめてください。`);
  });
});

/** The fixture with one fault of every kind, and what it cannot hold: a page, links between files, other files. */
async function plantFaults(): Promise<void> {
  await cp('tests/fixtures/content-errors', root, { recursive: true });
  const place = (name: string) => path.join(root, 'content', name);
  await writeFile(place('qa/gifu/former22.mdx'), '---\nid: former22\nredirectFrom: [/q/twin2222/]\n---\n');
  await mkdir(place('pages'));
  await writeFile(place('pages/wrong.mdx'), '---\ntitle: 案内\norder: first\n---\n\n<Unknown />\n');
  await writeFile(place('notes.txt'), '控え\n');
  await writeFile(path.join(root, 'public/images/page.html'), '<p>画像ではありません</p>\n');
  await rename(place('qa/gifu/nofront2.mdx'), path.join(root, 'elsewhere.mdx'));
  await symlink(path.join(root, 'elsewhere.mdx'), place('qa/gifu/linked22.mdx'));
  await symlink(path.join(root, 'nowhere.mdx'), place('qa/gifu/dangling.mdx'));
  await mkdir(place('qa/gifu/folder22.mdx'));
}

async function plantSound(): Promise<void> {
  for (const name of ['groups', 'topics'])
    await cp(path.join('tests/fixtures/site/content', name), path.join(root, 'content', name), { recursive: true });
}

function runCommand(...args: string[]): Promise<Command> {
  return promisify(execFile)(process.execPath, ['src/cli/lint-content.ts', ...args]).then(
    (output) => ({ code: 0, ...output }),
    (failure: Command) => failure,
  );
}

/** The reading of a build, as Astro asks for it. */
async function runBuild(): Promise<Build> {
  const log: string[] = [];
  const warnings: string[] = [];
  const settings = { contentRoot: root, base: '/', site: 'https://kenjinkai.example', audience: 'public' } as const;
  const { integration, whenLoaded } = siteContent({
    ...settings,
    getDay: () => today,
    siteCacheFolder: path.join(root, 'cache'),
    outDir: path.join(root, 'dist'),
  });
  const hooks = integration.hooks as unknown as Record<string, (given: object) => Promise<void> | void>;
  await hooks['astro:config:setup']?.({ command: 'build', updateConfig: () => undefined });
  const logger = { info: (text: string) => void log.push(text), warn: (text: string) => void warnings.push(text) };
  await hooks['astro:build:start']?.({ logger });
  const error = await whenLoaded().then(
    () => undefined,
    (reason: Error) => reason.message,
  );
  const entries = error === undefined ? (await (await whenLoaded()).toIndexInput()).site.others.length : 0;
  if (error === undefined) expect(warnings).toEqual([expect.stringContaining('Gitの履歴がない')]);
  return { error, log, entries };
}

interface Command {
  code: number;
  stdout: string;
  stderr: string;
}

interface Build {
  error: string | undefined;
  log: string[];
  /** How many pages can be found. */
  entries: number;
}
