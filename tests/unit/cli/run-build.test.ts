import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBuild, type Build } from '../../../src/cli/site-server/run-build.ts';
import { createSiteBuilder } from '../../../src/cli/site-server/site-builder.ts';

let folder = '';
let build: Build;
let whenLost: ReturnType<typeof vi.fn<() => void>>;

/**
 * A program in the place of the one that builds: each order makes a home page at once and the rest a while later. What
 * the test writes into `crash` makes it end there.
 */
const program = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const out = process.env.OUT_DIR;
let turn = Promise.resolve();
process.on('message', (order) => { turn = turn.then(() => carryOut(order)); });
process.on('disconnect', () => process.exit());
async function carryOut({ from, to }) {
  const target = to ?? out;
  appendFileSync(process.env.LOG, (from ? 'update' : 'whole') + '\\n');
  if (!from && existsSync(process.env.KILL)) {
    rmSync(process.env.KILL);
    process.kill(process.pid, 'SIGKILL');
    await pause(10_000);
  }
  if (!from && existsSync(process.env.CRASH)) process.exit(1);
  mkdirSync(target, { recursive: true });
  await pause(60);
  writeFileSync(path.join(target, 'index.html'), '');
  await pause(60);
  writeFileSync(path.join(target, 'rest.html'), '');
  if (from) process.send({ isShowable: true });
  await pause(60);
  if (from && existsSync(process.env.CRASH)) process.exit(1);
  writeFileSync(path.join(target, 'search'), '');
  process.send({ isShowable: true, isDone: true });
}
`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'run-build-'));
  mkdirSync(path.join(folder, 'src/builder'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'src/builder/build-process.ts'), program);
  whenLost = vi.fn<() => void>();
  const settings = {
    LOG: path.join(folder, 'log'),
    CRASH: path.join(folder, 'crash'),
    KILL: path.join(folder, 'kill'),
  };
  build = createBuild({ program: folder, settings, whenLost });
});
afterEach(() => {
  build.stop();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

it('shows a second publication that comes while the search of the first is being made', async () => {
  const states: string[] = [];
  const builder = createSiteBuilder({
    folder: path.join(folder, 'sites'),
    settingsKey: '',
    build: (target, { from }) => build.run(target, { from }),
    onState: ({ state }) => void states.push(state),
  });
  await builder.buildAtOnce('start');
  for (const publication of [1, 2, 3]) {
    await builder.buildAtOnce(`publication ${publication}`);
    expect(existsSync(path.join(builder.site.folder, 'rest.html'))).toBe(true);
  }
  await build.settled();
  expect(states).toEqual(Array.from({ length: 4 }, () => ['building', 'ready']).flat());
  expect(existsSync(path.join(builder.site.folder, 'search'))).toBe(true);
  expect(whenLost).not.toHaveBeenCalled();
});

it('tells when a process ends before the search of what it shows is whole, and builds the whole next', async () => {
  const [first, second, third] = ['first', 'second', 'third'].map((name) => path.join(folder, name));
  expect(await build.run(first ?? '')).toBe(true);
  writeFileSync(path.join(folder, 'crash'), '');
  expect(await build.run(second ?? '', { from: first ?? '' })).toBe(true);
  await build.settled();
  expect(whenLost).toHaveBeenCalledTimes(1);
  rmSync(path.join(folder, 'crash'));
  expect(await build.run(third ?? '', { from: second ?? '' })).toBe(true);
  expect(existsSync(path.join(third ?? '', 'search'))).toBe(true);
});

it.each([
  ['was killed is tried once more', 'kill', true, ['whole', 'whole']],
  ['ended with an error is not', 'crash', false, ['whole']],
])('a whole build whose process %s', async (_case, file, isShowable, orders) => {
  writeFileSync(path.join(folder, file), '');
  expect(await build.run(path.join(folder, 'out'))).toBe(isShowable);
  expect(readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')).toEqual(orders);
});
