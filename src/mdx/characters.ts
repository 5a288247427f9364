import type { Point, Position } from 'unist';
import { type MdxProblem, mdxProblem } from './problems.ts';

/**
 * Characters that hide or reorder what a reader sees, or that cannot stand in HTML: controls, marks of writing
 * direction, byte order marks, tag characters, noncharacters and halves of surrogate pairs. Joiners and variation
 * selectors stay, because emoji and some kanji are written with them.
 */
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

const everyHidden = new RegExp(hidden.source, 'gu');

const mostReported = 20;

export function hasHiddenCharacter(text: string): boolean {
  return hidden.test(text);
}

/** The first hidden character as `U+202E`; empty when there is none. */
export function nameHiddenCharacter(text: string): string {
  const match = hidden.exec(text);
  return match ? nameOf(match[0]) : '';
}

export function refuseHiddenCharacters(source: string): MdxProblem[] {
  if (!hidden.test(source)) return [];
  return [...source.matchAll(everyHidden)].slice(0, mostReported).map((match) => mdxProblem('character', spanOf(source, match.index, match.index + match[0].length), nameOf(match[0])));
}

/** Turns offsets into lines and columns; needed only where the parser has not done it. */
export function spanOf(source: string, start: number, end: number): Position {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

function pointAt(source: string, offset: number): Point {
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
