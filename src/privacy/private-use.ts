import type { Detection } from './finding.ts';

/** 外字: runs of private-use code points, those of planes 15 and 16 included. */
export function findPrivateUse(text: string): Detection[] {
  return [...text.matchAll(/\p{Co}+/gu)].map((match) => ({
    kind: 'private-use',
    start: match.index,
    end: match.index + match[0].length,
    certainty: 'certain',
  }));
}
