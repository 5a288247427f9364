import type { Point, Position } from 'unist';
import { findHiddenCharacters, nameCharacter } from '../schema/hidden-characters.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

const maxReported = 20;

/** The first hidden character as `U+202E`; empty when there is none. */
export function nameHiddenCharacter(text: string): string {
  const [first] = findHiddenCharacters(text, 1);
  return first ? nameCharacter(first.character) : '';
}

export function refuseHiddenCharacters(source: string): MdxProblem[] {
  return findHiddenCharacters(source, maxReported).map(({ index, character }) =>
    mdxProblem('character', spanOf(source, index, index + character.length), nameCharacter(character)),
  );
}

/** Turns offsets into lines and columns; needed only where the parser has not done it. */
export function spanOf(source: string, start: number, end: number): Position {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

function pointAt(source: string, offset: number): Point {
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}
