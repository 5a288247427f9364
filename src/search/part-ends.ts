/**
 * The ends of index parts, in order, as one text: how many letters each shares with the one before it, from A for none
 * on, and the others.
 */
export function packEnds(ends: readonly string[]): string {
  return ends
    .map((end, place) => {
      const before = ends[place - 1] ?? '';
      let same = 0;
      while (same < maxShared && same < end.length && end[same] === before[same]) same += 1;
      return String.fromCharCode(firstSign + same) + end.slice(same);
    })
    .join('');
}

export function unpackEnds(packed: string): string[] {
  let before = '';
  return Array.from(
    packed.matchAll(/([A-Z])([^A-Z]*)/g),
    ([, sign = '', rest = '']) => (before = before.slice(0, sign.charCodeAt(0) - firstSign) + rest),
  );
}

const firstSign = 'A'.charCodeAt(0);
const maxShared = 25;
