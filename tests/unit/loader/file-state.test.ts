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
  it('does not trust the timestamps of a file that was changed less than two seconds ago', () => {
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

  it('differs for two files of the same size and content', () => {
    const states = ['a', 'b'].map((name) => {
      writeFileSync(path.join(folder, name), 'x');
      return readFileState(path.join(folder, name));
    });
    expect(states[0]?.fingerprint).not.toBe(states[1]?.fingerprint);
  });

  it('is undefined for a broken link, a missing file and a folder', () => {
    symlinkSync('nowhere', path.join(folder, 'broken'));
    expect(readFileState(path.join(folder, 'broken'))).toBeUndefined();
    expect(readFileState(path.join(folder, 'none'))).toBeUndefined();
    expect(readFileState(folder)).toBeUndefined();
  });
});
