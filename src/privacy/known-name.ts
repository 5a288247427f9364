import type { Certainty, Detection } from './finding.ts';
import { foldInPlace } from './fold-in-place.ts';
import { does, polite } from './name-in-talk.ts';
import { bodyEnding, titles } from './name-words.ts';
import { prefectureSurnames, surnames } from './surnames.ts';

/**
 * Names given from outside, such as those who wrote in an exported thread: the whole name with or without its spaces
 * wherever it stands, and each part of two characters or more, which is only `likely` because a family name is often
 * a place name too.
 */
export function findKnownNames(prose: string, names: readonly string[]): Detection[] {
  return [...new Set(names.flatMap(readNames))].flatMap((name) => {
    const parts = name.split(/[\s・_]+/u).filter((part) => part !== '');
    const pieces = parts.length < 2 ? splitFamily(name) : parts;
    const whole = parts.length < 2 && pieces.length > 1 ? pieces : parts;
    return [
      ...collect(prose, whole, 'certain'),
      ...(pieces.length < 2 ? [] : pieces.flatMap((part) => collect(prose, [part], 'likely'))),
    ];
  });
}

/** Without what people put around their names: （岐阜市）佐藤花子, 佐藤花子@総務課, 佐藤花子／岐阜. */
function readNames(displayed: string): string[] {
  const plain = foldInPlace(displayed)
    .normalize('NFC')
    .replace(/[([【〔「<][^)\]】〕」>]{0,40}[)\]】〕」>]/gu, ' ');
  return plain
    .split(/[@/|:]/)
    .map((part) => part.trim().replace(/(?:さん|様|氏)$/, ''))
    .filter((part, index) => part !== '' && (index === 0 || !isPlaceOrBody(part)));
}

function isPlaceOrBody(part: string): boolean {
  return bodyEnding.test(part.at(-1) ?? '') || prefectureSurnames.has(part) || /^[\p{sc=Han}]$/u.test(part);
}

/** 佐藤花子 as 佐藤 and 花子: nobody writes a space in a display name who need not. */
function splitFamily(name: string): string[] {
  const size = [3, 2].find((length) => surnames.has(name.slice(0, length)) && name.length > length);
  const given = size === undefined ? '' : name.slice(size);
  return size === undefined || !/^[\p{L}ー々]{1,6}$/u.test(given) ? [name] : [name.slice(0, size), given];
}

/** Latin names need a border on both sides; a single character is a name only with さん or where people do something. */
function collect(prose: string, parts: readonly string[], certainty: Certainty): Detection[] {
  if (parts.length === 0) return [];
  const name = parts.map(escape).join(String.raw`[\s・_]{0,2}`);
  const pattern = new RegExp(withBorders(name, parts.join('')), 'gimu');
  return [...prose.matchAll(pattern)].map((match) => ({
    kind: 'name',
    start: match.index,
    end: match.index + match[0].length,
    certainty,
  }));
}

function withBorders(name: string, written: string): string {
  if (/^[\u0020-\u024f]+$/.test(written)) return String.raw`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`;
  if (countCharacters(written) === 1) return String.raw`(?<!\p{sc=Han})${name}(?=${single})|(?<=\()${name}(?=\))`;
  return `${name}(?![都道府県市区町村郡駅川山島港城線])`;
}

const single = [
  `\\s?(?:さん|さま|様|氏|くん|君|ちゃん|先生|${titles}|担当)`,
  String.raw`です(?:[。、!\s]|$)(?:\s?${polite})?`,
  '(?:と申し|でした|より|宛|まで連絡|の(?:案|意見|提案|発言|投稿|資料|メモ|コメント|担当))',
  String.raw`(?:が|は|に|も|へ|から|と|を)[^。、\n]{0,6}?${does}`,
  String.raw`(?:が|は)[^。、\n]{0,4}?(?:行き|来ます|書[いき]|作[っり]|決め|答え|送[っり]|見て|見ま|やり|まとめ)`,
  String.raw`\s?[:>]|[ \t]{1,3}[^\n]{0,60}(?:です|ます|した|了解|承知)`,
].join('|');

function countCharacters(text: string): number {
  return [...text].length;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
