import type { Root } from 'mdast';
import { parserFor } from './parser.ts';
import { explainParseError } from './parse-errors.ts';
import { partTables } from './part-tables.ts';
import type { MdxProblem } from './problems.ts';

/**
 * A parser that stops at its first error would make people mend one place at a time. So the character at fault is
 * replaced by its full-width twin, which keeps every position, and the text is read again. A tree that comes with
 * problems is good for finding more of them, never for rendering.
 */
export function parseMdx(source: string): { tree?: Root; problems: MdxProblem[] } {
  const isShort = source.length <= maxCharactersToReadAgain;
  const problems: MdxProblem[] = [];
  const foreignNames = new Set<string>();
  let text = source;

  for (let round = 0; round < maxRounds; round += 1) {
    try {
      const tree = parserFor(text).parse(text);
      partTables(tree, text);
      return { tree, problems };
    } catch (error) {
      const fault = explainParseError(error, text, isShort ? reasonAgainst : undefined);
      const isEcho = fault.closes !== undefined && foreignNames.has(fault.closes);
      const isFollowUp = fault.resumeAt === undefined && problems.length > 0;
      if (!isEcho && !isFollowUp) problems.push(fault.problem);
      if (fault.resumeAt === undefined || !isShort) break;
      if (fault.opens !== undefined) foreignNames.add(fault.opens);
      text = withTwinAt(text, fault.resumeAt);
    }
  }
  return { problems };
}

const maxRounds = 20;
const maxCharactersToReadAgain = 10_000;

function withTwinAt(text: string, offset: number): string {
  return `${text.slice(0, offset)}${text[offset] === '{' ? '｛' : '＜'}${text.slice(offset + 1)}`;
}

function reasonAgainst(text: string): unknown {
  try {
    parserFor(text).parse(text);
    return undefined;
  } catch (error) {
    return error;
  }
}
