import { describe, expect, it } from 'vitest';
import { createConflictMarkers, deletedPlaceholder } from '../../../../../cms/admin/dialogs/conflict-markers.ts';

describe('what sets two versions apart in one box', () => {
  const sides = { theirs: '相手の文です。', yours: '自分の文です。' };
  const separators = createConflictMarkers('岐阜 花子', sides);
  const box = separators.join();

  it('holds both, without signs of a version control', () => {
    expect(box).toContain(sides.theirs);
    expect(box).toContain(sides.yours);
    expect(box).not.toMatch(/[<>=]{3}/);
    expect(separators.isLeftIn(box)).toBe(true);
  });

  it('is found as long as any of it is left, and not in what people write', () => {
    const lines = box.split('\n');
    for (const line of lines.filter((part) => part !== sides.theirs && part !== sides.yours)) {
      expect(separators.isLeftIn(`${sides.theirs}\n${line}`), line).toBe(true);
      expect(separators.isLeftIn(`${sides.theirs}\n${line.slice(2)}`), line.slice(2)).toBe(true);
      expect(separators.isLeftIn(`${sides.theirs}${line.slice(0, 1)}`), line.slice(0, 1)).toBe(true);
    }
    expect(separators.isLeftIn(`${sides.theirs}\n\n${sides.yours}`)).toBe(false);
  });

  it('bears texts with the same signs in them', () => {
    const own = createConflictMarkers('花子', { theirs: '▼ 手順', yours: '▲ 手順' });
    expect(own.isLeftIn('▼ 手順 ▲')).toBe(false);
    expect(own.isLeftIn(own.join())).toBe(true);
  });

  it('does not let the word for what was taken away stay', () => {
    const own = createConflictMarkers('花子', { theirs: deletedPlaceholder, yours: '自分の文' });
    expect(own.isLeftIn(`${deletedPlaceholder}\n自分の文`)).toBe(true);
    expect(own.isLeftIn('自分の文')).toBe(false);
  });
});
