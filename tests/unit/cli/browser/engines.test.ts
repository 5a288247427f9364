import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { sayLeftOut, type Engine } from '../../../../src/cli/browser/engines.ts';

const missing: Engine = { name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'], isThere: () => false };
const there: Engine = { name: 'Firefox', packages: ['firefox-esr'], isThere: () => true };
const debian = { hasApt: true, isRoot: true, mayInstall: true };

test('an engine that is there is not spoken of', () => {
  expect(sayLeftOut([there], debian)).toEqual([]);
});

test('one that is missing is named with the reason, in one line', () => {
  for (const [machine, reason] of [
    [{ hasApt: false, isRoot: false, mayInstall: false }, /apt-get がなく/],
    [{ hasApt: true, isRoot: false, mayInstall: false }, /権限がありません.*apt-get install webkit2gtk-driver xvfb/],
    [debian, /apt-get install webkit2gtk-driver xvfb ができませんでした/],
  ] as const) {
    const said = sayLeftOut([there, missing], machine);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^WebKit での試験は省きます：/);
    expect(said[0]).toMatch(reason);
    expect(said[0]).not.toContain('\n');
  }
});

test('a place that is named wrongly is the reason', () => {
  expect(sayLeftOut([{ ...missing, named: '/nowhere/firefox' }], debian)[0]).toContain('「/nowhere/firefox」');
});

test('the command says so itself', () => {
  const { stdout } = spawnSync(process.execPath, ['src/cli/browser.ts'], {
    encoding: 'utf8',
    // Nothing is installed where the place is named.
    env: { ...process.env, CHROMIUM_PATH: process.execPath, FIREFOX_PATH: '/nowhere/firefox', PATH: '/nowhere' },
  });
  expect(stdout).toContain('Firefox での試験は省きます：FIREFOX_PATH に書かれた「/nowhere/firefox」がありません。');
});
