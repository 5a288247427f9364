import { describe, expect, it } from 'vitest';
import { spell } from '../../../src/privacy/name-in-latin.ts';

describe('a family name in Latin letters', () => {
  it.each([
    ['さとう', ['satou', 'sato', 'satoh']],
    ['おおの', ['oono', 'ono', 'ohno']],
    ['はっとり', ['hattori']],
    ['しょうじ', ['shouji', 'shoji', 'shohji']],
    ['きょうごく', ['kyougoku', 'kyogoku', 'kyohgoku']],
  ])('of %s', (reading, spellings) => {
    expect([...new Set(spell(reading))]).toEqual(spellings);
  });
});
