import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { StepResult } from './update-in-steps.ts';

it('brings a site up to date after each kind of change, to the bytes of a build from nothing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-build-'));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['tests/unit/builder/update-in-steps.ts', folder], {
      maxBuffer: 1 << 26,
    });
    const steps = JSON.parse(stdout) as StepResult[];
    expect(steps.filter(({ isWhole }) => !isWhole).map(({ step }) => step)).toEqual([]);
    expect(steps.filter(({ changed }) => changed.length === 0).map(({ step }) => step)).toEqual([]);
    expect(steps.flatMap(({ spoiled }) => spoiled)).toEqual([]);
    expect(steps.at(-1)?.stale).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);
