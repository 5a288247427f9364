import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeRooms } from '../../../src/loader/code-version.ts';

describe('the version of the code that reads content', () => {
  it('covers every module that checking a file, a site or an image runs', () => {
    const modules = new Set<string>();
    const walk = (file: string): void => {
      if (modules.has(file)) return;
      modules.add(file);
      for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*? from '(\.[^']+)'/gm))
        walk(path.join(path.dirname(file), from));
    };
    walk('src/loader/content-reader.ts');
    expect(modules.size).toBeGreaterThan(100);
    const rooms = [...modules].map((file) => file.split(path.sep)[1] ?? '');
    expect([...new Set(rooms)].sort()).toEqual([...codeRooms]);
    expect(modules).toContain(path.join('src', 'privacy', 'surnames.ts'));
  });
});
