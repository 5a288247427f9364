import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fixtureDay, siteFixture } from '../../e2e/setup/sites.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/**
 * The two languages sort both Latin letters (Lithuanian has y beside i) and kanji differently. Each build is one of a
 * copy of the program, so that none waits for the other.
 */
test(
  'the same content gives the same bytes, whatever its line ends, folder, time zone and language',
  { timeout: 300_000 },
  async () => {
    const [plain, other] = await Promise.all([
      build('plain', (text) => text, { TZ: 'UTC', LC_ALL: 'ja_JP.UTF-8' }),
      build('県人会 ナレッジ (1)', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`, {
        TZ: 'America/New_York',
        LC_ALL: 'lt_LT.UTF-8',
      }),
    ]);
    expect(plain.size).toBeGreaterThan(200);
    expect([...other.keys()]).toEqual([...plain.keys()]);
    const different = [...plain].filter(([file, bytes]) => other.get(file) !== bytes).map(([file]) => file);
    expect(different).toEqual([]);
    // Nothing is known of when these files changed, so nothing is said of it; pages of maintainers name their day.
    const withDays = [...plain].filter(([, text]) => /modified_time|dateModified|class="last-modified"/.test(text));
    expect(withDays.filter(([file]) => !file.startsWith('pages/'))).toEqual([]);
    const sitemaps = [...plain].flatMap(([file, text]) => (/sitemap.*\.xml$/.test(file) ? [text] : [])).join('\n');
    expect(sitemaps).toMatch(/pages\/about\/<\/loc><lastmod>/);
    expect(sitemaps).not.toMatch(/\/(?:q|groups|topics|months)\/[^<]*<\/loc><lastmod>/);
    expect(plain.get('feeds/changed.xml')).not.toContain('<entry>');
    expect(plain.get('feeds/new.xml')).toContain('<entry>');
  },
);

/** What each built file holds, each byte as one character. */
async function build(
  name: string,
  write: (text: string) => string,
  environment: Record<string, string>,
): Promise<Map<string, string>> {
  const root = path.join(folder, name);
  mkdirSync(root);
  for (const part of ['src', 'cms', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, path.join(root, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'dir');
  for (const [file, text] of chooseContent()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), write(text));
  }
  const own = {
    BUILD_DAY: fixtureDay,
    OUT_DIR: 'dist',
    CACHE_DIR: '.cache/astro',
    CONTENT_ROOT: '.',
    FEEDBACK_URL: '',
  };
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: '', ...own, ...environment },
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
  const out = path.join(root, 'dist');
  const files = globSync('**', { cwd: out, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(out, file), readFileSync(file, 'latin1')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A few Q&As that need no other, with what every build needs. */
function chooseContent(): [string, string][] {
  const read = (cwd: string, pattern: string) =>
    globSync(pattern, { cwd }).map((file): [string, string] => [file, readFileSync(path.join(cwd, file), 'utf8')]);
  const qas = read(siteFixture, 'content/qa/**/*.mdx')
    .map(([file, text]): [string, string] => [file, text.replace(/^related:.*\n(?: +- .*\n)*/m, '')])
    .filter(([, text]) => !text.includes('/q/'))
    .sort()
    .slice(0, 12);
  // Pages of the program stand beside any content; their days are later than the fixture's.
  const pages = read('.', 'content/pages/*.mdx').map(([file, text]): [string, string] => [
    file,
    text.replace(/^updated: .*$/m, `updated: '${fixtureDay}'`),
  ]);
  const others = ['groups/*.yaml', 'topics/*.yaml', 'events/*.yaml', 'pride/2*.yaml', 'vocabulary/zei.yaml'];
  return [...qas, ...pages, ...others.flatMap((pattern) => read(siteFixture, `content/${pattern}`))];
}
