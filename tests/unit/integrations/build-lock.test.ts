import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acquireBuildLock } from '../../../src/integrations/build-lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-turn-'));
  file = path.join(folder, 'cache', 'building');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second waits for the first, says so once, and goes when it has ended', async () => {
  const onWait = vi.fn();
  const order: string[] = [];
  const endFirst = await acquireBuildLock(file, onWait);
  const second = acquireBuildLock(file, onWait).then((end) => {
    order.push('second');
    return end;
  });
  await new Promise((resolve) => setTimeout(resolve, 350));
  order.push('first ends');
  endFirst();
  const endSecond = await second;
  expect(order).toEqual(['first ends', 'second']);
  expect(onWait).toHaveBeenCalledOnce();
  endSecond();
  expect(existsSync(file)).toBe(false);
});

test('many at once go one after another', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const end = await acquireBuildLock(file, () => undefined);
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
      end();
    }),
  );
  expect(most).toBe(1);
});

test('a turn whose process was killed is free', async () => {
  const endOwn = await acquireBuildLock(file, () => undefined);
  endOwn();
  writeFileSync(file, String(spawnSync(process.execPath, ['-e', '']).pid));
  const onWait = vi.fn();
  (await acquireBuildLock(file, onWait))();
  expect(onWait).not.toHaveBeenCalled();
});

test('a turn without a sign of life for a minute is free, though its number belongs to a living program', async () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    (await acquireBuildLock(file, () => undefined))();
    writeFileSync(file, String(other.pid));
    const longAgo = new Date(Date.now() - 61_000);
    utimesSync(file, longAgo, longAgo);
    const onWait = vi.fn();
    (await acquireBuildLock(file, onWait))();
    expect(onWait).not.toHaveBeenCalled();
  } finally {
    other.kill();
  }
});

test('a process gives its turn back when it ends in the middle', () => {
  const module = path.resolve('src/integrations/build-lock.ts');
  const { status } = spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `const { acquireBuildLock } = await import(${JSON.stringify(module)}); await acquireBuildLock(${JSON.stringify(file)}, () => {}); process.exit(3);`,
  ]);
  expect(status).toBe(3);
  expect(existsSync(file)).toBe(false);
});
