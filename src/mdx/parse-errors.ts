import type { Point, Position } from 'unist';
import { spanOf } from './characters.ts';
import { isComponentName } from './components.ts';
import { NestingError } from './nesting.ts';
import { type MdxProblem, type MdxProblemCode, mdxProblem } from './problems.ts';

/** Turns what the parser threw into a sentence. `reasonAgainst` parses a text and returns what it threw. */
export function explainParseError(error: unknown, text: string, reasonAgainst?: (text: string) => unknown): ParseFault {
  if (error instanceof NestingError) return { problem: mdxProblem('too-deep', error.position) };
  // The engine's own stack limit; reached only by a shape that the bounds do not know.
  if (error instanceof RangeError) return { problem: mdxProblem('too-deep', undefined) };
  if (!isParserMessage(error)) return { problem: mdxProblem('unreadable', findUnreadableLine(text, reasonAgainst)) };

  const at = offsetOf(error);
  switch (`${error.source}:${error.ruleId}`) {
    case 'micromark-extension-mdx-jsx:unexpected-character':
      return explainBadTag(text, text.lastIndexOf('<', at - 1), at + 1);
    case 'micromark-extension-mdx-jsx:unexpected-eof':
      return explainBadTag(text, findUnclosed('<', text, reasonAgainst));
    case 'micromark-extension-mdx-expression:acorn':
    case 'micromark-extension-mdx-expression:unexpected-eof': {
      const start = findUnclosed('{', text, reasonAgainst);
      return fault('bare-brace', text, start, start + 1, excerpt(text, start));
    }
    case 'micromark-extension-mdx-expression:unexpected-empty-expression': {
      const start = text.lastIndexOf('{', at);
      return { problem: mdxProblem('expression', spanOf(text, start, start + 2), '{}') };
    }
    case 'micromark-extension-mdx-jsx:unexpected-lazy':
    case 'micromark-extension-mdx-expression:unexpected-lazy':
      return { problem: mdxProblem('broken-tag', spanOf(text, at, at), excerpt(text, text.lastIndexOf('<', at))) };
    case 'mdast-util-mdx-jsx:end-tag-mismatch':
    case 'mdast-util-mdx-jsx:unexpected-closing-slash':
      return explainUnpairedTag(text, error, at);
    case 'mdast-util-mdx-jsx:unexpected-attribute':
    case 'mdast-util-mdx-jsx:unexpected-self-closing-slash': {
      const start = text.lastIndexOf('<', at);
      return fault('broken-tag', text, start, at + 1, excerpt(text, start));
    }
    default:
      return { problem: mdxProblem('unreadable', spanOf(text, at, at)) };
  }
}

/** The parser cannot make a tag of what follows a `<`: is it a comment, an address, a foreign tag or just a sign? */
function explainBadTag(text: string, start: number, end = start + 1): ParseFault {
  const rest = text.slice(start, start + 200);
  const name = /^<\/?([A-Za-z][\w.:-]*)/.exec(rest)?.[1];
  if (rest.startsWith('<!--')) return fault('comment', text, start, end, '<!-- -->');
  if (/^<[!?]/.test(rest)) return fault('html', text, start, end, excerpt(text, start));
  if (/^<(?:[a-z][a-z0-9+.-]*:[^\s>]*|[^\s<>@]+@[^\s<>@]+)>/i.test(rest))
    return fault('address-in-angles', text, start, end, excerpt(text, start));
  if (name === undefined) return fault('bare-less-than', text, start, end, excerpt(text, start));
  if (isComponentName(name)) return fault('broken-tag', text, start, end, excerpt(text, start));
  return { ...fault(tagCode(name), text, start, end, name), opens: name };
}

/** Two tags that do not match: the parser's sentence is the only place that says which one was left open. */
function explainUnpairedTag(text: string, error: ParserMessage, at: number): ParseFault {
  const closing = /^<\/\s*([^\s>/]*)/.exec(text.slice(Math.max(0, text.lastIndexOf('<', at))))?.[1] ?? '';
  const opened = /for `<([^`]*)>` \((\d+):(\d+)-/.exec(error.reason);
  if (opened) {
    const [, name = '', line, column] = opened;
    const start = offsetAt(text, Number(line), Number(column));
    const isClosingForeign = error.reason.startsWith('Unexpected closing tag') && !isComponentName(closing);
    if (!isComponentName(name))
      return { ...fault(tagCode(name), text, start, start + name.length + 2, name), opens: name };
    if (!isClosingForeign)
      return { problem: mdxProblem('unclosed-tag', spanOf(text, start, start + name.length + 1), name) };
  }
  const start = text.lastIndexOf('<', at);
  const end = start + closing.length + 3;
  if (!isComponentName(closing)) return { ...fault(tagCode(closing), text, start, end, closing), closes: closing };
  if (error.ruleId === 'unexpected-closing-slash')
    return { problem: mdxProblem('stray-tag', spanOf(text, start, end), closing) };
  return { problem: mdxProblem('unclosed-tag', spanOf(text, start, end), closing) };
}

export function tagCode(name: string): MdxProblemCode {
  const isMisspelt = ['note', 'caution', 'steps', 'checklist', 'figure', 'quote'].includes(name.toLowerCase());
  return isMisspelt && !isComponentName(name) ? 'tag-case' : 'tag';
}

/**
 * The parser notices only at the end of the text that a mark is open. The culprit is the last one before which the
 * text is still whole; without a way to try, the last one of all is named.
 */
function findUnclosed(mark: '<' | '{', text: string, reasonAgainst: ((text: string) => unknown) | undefined): number {
  const marks = [...text.matchAll(mark === '<' ? /</g : /\{/g)].map(({ index }) => index);
  const source = mark === '<' ? 'micromark-extension-mdx-jsx' : 'micromark-extension-mdx-expression';
  if (!reasonAgainst) return marks.at(-1) ?? 0;
  let [low, high] = [0, marks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const reason = reasonAgainst(text.slice(0, marks[middle]));
    if (
      isParserMessage(reason) &&
      reason.source === source &&
      (reason.ruleId === 'unexpected-eof' || reason.ruleId === 'acorn')
    )
      high = middle - 1;
    else low = middle;
  }
  return marks[low] ?? 0;
}

/** The line with which the text stops being readable, for errors that say nothing of their place. */
function findUnreadableLine(
  text: string,
  reasonAgainst: ((text: string) => unknown) | undefined,
): Position | undefined {
  if (!reasonAgainst) return undefined;
  const ends = [...text.matchAll(/\r\n|\n|\r|$/g)].map(({ index }) => index);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const reason = reasonAgainst(text.slice(0, ends[middle]));
    if (reason !== undefined && !isParserMessage(reason)) high = middle;
    else low = middle + 1;
  }
  return spanOf(text, low === 0 ? 0 : (ends[low - 1] ?? 0) + 1, ends[low] ?? text.length);
}

function fault(code: MdxProblemCode, text: string, start: number, end: number, what: string): ParseFault {
  return { problem: mdxProblem(code, spanOf(text, start, end), what), resumeAt: start };
}

function excerpt(text: string, start: number): string {
  return /^[^\r\n]{0,20}/.exec(text.slice(start, start + 20))?.[0] ?? '';
}

function offsetOf(error: ParserMessage): number {
  const point = error.place && 'start' in error.place ? error.place.start : error.place;
  return point?.offset ?? 0;
}

function offsetAt(text: string, line: number, column: number): number {
  const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line - 1);
  return before.join('').length + column - 1;
}

function isParserMessage(error: unknown): error is ParserMessage {
  return error instanceof Error && 'reason' in error && 'ruleId' in error && 'source' in error;
}

/** The part of a `VFileMessage` that is read here. */
interface ParserMessage extends Error {
  reason: string;
  ruleId: string | undefined;
  source: string | undefined;
  place?: Point | Position | undefined;
}

export interface ParseFault {
  problem: MdxProblem;
  /** Offset of the mark that, once replaced, lets the rest be read. */
  resumeAt?: number;
  /** Name of a foreign tag that stands open, or of one that closes. */
  opens?: string;
  closes?: string;
}
