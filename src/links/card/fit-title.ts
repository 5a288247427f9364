import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/**
 * Sets a title in the largest size in which it fills two to four lines, broken between phrases alone and balanced. A
 * single phrase stands in one line. Only what is longer than a whole line at the smallest size is broken inside.
 */
export function fitTitle(title: string, measure: (text: string) => number, box: TitleBox): FittedTitle {
  const phrases = splitPhrases(title);
  for (let size = box.largest; size >= box.smallest; size -= box.step) {
    const width = box.width / size;
    const most = Math.min(box.maxLines, Math.floor(box.height / (size * box.lineHeight)));
    if (phrases.some((phrase) => measure(phrase.trimEnd()) > width)) continue;
    const fewest = fillLines(phrases, measure, width).length;
    if (fewest > most) continue;
    const isTiny = measure(title) <= 8;
    const wanted = phrases.length === 1 || isTiny ? fewest : Math.max(2, fewest);
    return { size, lines: balance(phrases, measure, width, wanted) };
  }
  const width = box.width / box.smallest;
  const pieces = phrases.flatMap((phrase) => breakLong(phrase, measure, width));
  return { size: box.smallest, lines: fillLines(pieces, measure, width) };
}

/** BudouX phrases, put right where a line would begin or end with a mark that must not stand there. */
export function splitPhrases(text: string): string[] {
  const phrases: string[] = [];
  for (const phrase of parser.parse(text).flatMap((part) => part.split(/(?<= )/))) {
    const last = phrases.at(-1);
    if (last !== undefined && (notAtStart.test(phrase) || notAtEnd.test(last)))
      phrases[phrases.length - 1] = last + phrase;
    else phrases.push(phrase);
  }
  return phrases;
}

const notAtStart = /^[、。，．,.・:;：；？！?!）)」』】〕〉》］\]ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜～%％]/u;
const notAtEnd = /[（(「『【〔〈《［[]$/u;

function fillLines(phrases: readonly string[], measure: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const phrase of phrases) {
    if (line !== '' && measure((line + phrase).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += phrase;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** The narrowest setting in `wanted` lines, so that no last line holds one lonely word. */
function balance(
  phrases: readonly string[],
  measure: (text: string) => number,
  width: number,
  wanted: number,
): string[] {
  let lines = fillLines(phrases, measure, width);
  for (let narrower = width; narrower > 0; narrower -= 0.25) {
    const next = fillLines(phrases, measure, narrower);
    if (next.length > wanted || next.some((line) => measure(line) > width)) break;
    lines = next;
  }
  return lines;
}

function breakLong(phrase: string, measure: (text: string) => number, width: number): string[] {
  if (measure(phrase) <= width) return [phrase];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(phrase)) {
    if (piece !== '' && measure(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

export interface TitleBox {
  width: number;
  height: number;
  largest: number;
  smallest: number;
  step: number;
  /** Multiple of the size. */
  lineHeight: number;
  maxLines: number;
}

export interface FittedTitle {
  size: number;
  lines: string[];
}
