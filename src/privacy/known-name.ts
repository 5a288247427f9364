import type { Certainty, Detection } from './finding.ts';
import { foldInPlace } from './fold-in-place.ts';

/**
 * Names given from outside, such as those who wrote in an exported thread: the whole name with or without its spaces wherever it
 * stands, and each part of two characters or more, which is only `likely` because a family name is often a place name too.
 */
export function findKnownNames(prose: string, names: readonly string[]): Detection[] {
  return names.flatMap((name) => {
    const parts = foldInPlace(name).trim().split(/[\s・_]+/u).filter((part) => part !== '');
    const pieces = parts.length < 2 ? [] : parts.filter((part) => countCharacters(part) > 1);
    return [...collect(prose, parts, 'certain'), ...pieces.flatMap((part) => collect(prose, [part], 'likely'))];
  });
}

/** Latin names need a border on both sides; a single character is a name only with さん or the like behind it. */
function collect(prose: string, parts: readonly string[], certainty: Certainty): Detection[] {
  if (parts.length === 0) return [];
  const name = parts.map(escape).join(String.raw`[\s・_]{0,2}`);
  return [...prose.matchAll(new RegExp(withBorders(name, parts.join('')), 'giu'))].map((match) => ({
    kind: 'name',
    start: match.index,
    end: match.index + match[0].length,
    certainty,
  }));
}

function withBorders(name: string, written: string): string {
  if (/^[\u0020-\u024f]+$/.test(written)) return String.raw`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`;
  if (countCharacters(written) === 1) return String.raw`(?<!\p{sc=Han})${name}(?=\s?(?:さん|様|氏|くん|君|ちゃん|先生))`;
  return `${name}(?![都道府県市区町村郡駅川山島港城線])`;
}

function countCharacters(text: string): number {
  return [...text].length;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
