import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAsBefore, readFileState } from '../../../src/loader/file-state.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'state-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('readFileState', () => {
  it('trusts the times of a file only when its last change was seconds ago', () => {
    const file = path.join(folder, 'a');
    writeFileSync(file, 'x');
    const now = Date.now();
    const fresh = readFileState(file);
    expect(isAsBefore(fresh, readFileState(file))).toBe(false);
    vi.spyOn(Date, 'now').mockReturnValue(now + 3_000);
    const settled = readFileState(file);
    expect(isAsBefore(settled, readFileState(file))).toBe(true);
    writeFileSync(file, 'xy');
    expect(isAsBefore(settled, readFileState(file))).toBe(false);
  });

  it('knows another file of the same size and time that took its place', () => {
    const states = ['a', 'b'].map((name) => {
      writeFileSync(path.join(folder, name), 'x');
      return readFileState(path.join(folder, name));
    });
    expect(states[0]?.sign.split(' ')[0]).toBe(states[1]?.sign.split(' ')[0]);
    expect(states[0]?.sign).not.toBe(states[1]?.sign);
  });

  it('is of the file that a link leads to, and of nothing else', () => {
    symlinkSync('nowhere', path.join(folder, 'broken'));
    expect(readFileState(path.join(folder, 'broken'))).toBeUndefined();
    expect(readFileState(path.join(folder, 'none'))).toBeUndefined();
    expect(readFileState(folder)).toBeUndefined();
  });
});
