import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSiteBuilder } from '../../../src/cli/site-server/site-builder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-builder-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** Builds end when the test says so; a whole one leaves a home page. */
function open(settingsKey = 'public') {
  const ends: ((isWhole: boolean) => void)[] = [];
  const targets: string[] = [];
  const states: string[] = [];
  const builder = createSiteBuilder({
    folder,
    settingsKey,
    build: async (target) => {
      targets.push(target);
      const isWhole = await new Promise<boolean>((resolve) => ends.push(resolve));
      if (isWhole) writeFileSync(path.join(target, 'index.html'), String(targets.length));
      return isWhole;
    },
    onState: ({ state }) => void states.push(state),
  });
  const end = async (isWhole = true): Promise<void> => {
    const count = states.length;
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(0));
    ends.shift()?.(isWhole);
    await vi.waitFor(() => expect(states.length).toBeGreaterThan(count));
  };
  return { builder, end, targets, states };
}

it('shows nothing before the first site is whole, and then each one from the moment that it is', async () => {
  const { builder, end, targets } = open();
  const first = builder.buildAtOnce('start');
  expect(builder.site.folder).toBe('');
  await end();
  await first;
  expect(builder.site.folder).toBe(targets[0]);
  const second = builder.buildAtOnce('publish');
  await vi.waitFor(() => expect(targets).toHaveLength(2));
  expect(targets[1]).not.toBe(targets[0]);
  expect(builder.site.folder).toBe(targets[0]);
  await end();
  await second;
  expect(builder.site.folder).toBe(targets[1]);
});

it('makes one build of a burst, and one more of what comes while it runs', async () => {
  const { builder, end, targets, states } = open();
  for (let count = 0; count < 20; count += 1) builder.request(`file ${count}`);
  await vi.waitFor(() => expect(targets).toHaveLength(1));
  for (let count = 0; count < 20; count += 1) builder.request(`later ${count}`);
  const all = builder.buildAtOnce('last');
  expect(targets).toHaveLength(1);
  await end();
  await vi.waitFor(() => expect(targets).toHaveLength(2));
  await end();
  await all;
  expect(states).toEqual(['building', 'ready', 'building', 'ready']);
  expect(targets).toHaveLength(2);
});

it('keeps the last whole site when a build fails, says so, and tries again with the next change', async () => {
  const { builder, end, targets } = open();
  const first = builder.buildAtOnce('start');
  await end();
  await first;
  for (let count = 0; count < 2; count += 1) {
    const failing = builder.buildAtOnce('publish');
    await end(false);
    await failing;
    expect(builder.state().state).toBe('failed');
    expect(builder.site.folder).toBe(targets[0]);
  }
  const mended = builder.buildAtOnce('publish');
  await end();
  await mended;
  expect(builder.state().state).toBe('ready');
  expect(builder.site.folder).not.toBe(targets[0]);
});

it('shows at a new start what was whole before, and nothing that was left half-built', async () => {
  const before = open();
  const first = before.builder.buildAtOnce('start');
  await before.end();
  await first;
  const killed = before.builder.buildAtOnce('publish');
  await vi.waitFor(() => expect(before.targets).toHaveLength(2));
  expect(open().builder.site.folder).toBe(before.targets[0]);
  await before.end();
  await killed;
  expect(open().builder.site.folder).toBe(before.targets[1]);
});

it('shows nothing at a new start with other settings: the site may have been one for members', async () => {
  const before = open('members');
  const first = before.builder.buildAtOnce('start');
  await before.end();
  await first;
  expect(open('public').builder.site.folder).toBe('');
  expect(open('members').builder.site.folder).toBe(before.targets[0]);
});

it('goes on when the choice cannot be noted, and when a build throws', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  mkdirSync(path.join(folder, 'current.new'));
  const { builder, end, targets } = open();
  const first = builder.buildAtOnce('start');
  await end();
  await first;
  expect([builder.state().state, builder.site.folder]).toEqual(['ready', targets[0]]);
  const throwing = createSiteBuilder({ folder, settingsKey: '', build: () => Promise.reject(new Error('disk full')) });
  await throwing.buildAtOnce('publish');
  expect(throwing.state().state).toBe('failed');
  expect(said).toHaveBeenCalled();
  said.mockRestore();
});

it.each(['site-7', '../elsewhere', ''])('does not believe a note that says %j', (name) => {
  writeFileSync(path.join(folder, 'current'), `${name}\npublic\n`);
  expect(open().builder.site.folder).toBe('');
});

it('builds nothing after it was closed', async () => {
  const { builder, end, targets } = open();
  const first = builder.buildAtOnce('start');
  builder.request('more');
  builder.close();
  await vi.waitFor(() => expect(targets).toHaveLength(1));
  const { folder: shown } = builder.site;
  void end().catch(() => undefined);
  await first;
  expect([targets.length, builder.site.folder]).toEqual([1, shown]);
});
