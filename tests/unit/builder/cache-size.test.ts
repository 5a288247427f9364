import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sizeOf } from '../../../src/builder/cache-size.ts';

it('adds up files at any depth, and takes a folder that is not there for an empty one', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cache-size-'));
  try {
    mkdirSync(path.join(folder, 'one', 'deep'), { recursive: true });
    writeFileSync(path.join(folder, 'one', 'a'), '12345');
    writeFileSync(path.join(folder, 'one', 'deep', 'b'), '控え');
    expect(await sizeOf([path.join(folder, 'one'), path.join(folder, 'nothing')])).toBe(5 + 6);
    expect(await sizeOf([])).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
