import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { forEachNode } from '../../../../src/mdx/nodes.ts';
import { parserFor } from '../../../../src/mdx/parser.ts';
import { countTrailing } from '../../../../src/text/trailing.ts';
import { codeLines } from './lists.ts';

/**
 * Makes what is selected bold, or plain where all of it is bold. What is meant is words: the signs of lists, headings
 * and tables, spaces at the edges and the ends of paragraphs stay outside the marks, and old marks inside are taken
 * away.
 */
export function toggleBold(state: EditorState, sample: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const text = state.doc.toString();
  const found = findBold(text);
  if (from === to) {
    const around = found.find(({ start, end }) => start < from && from < end);
    if (!around) {
      const insert = `**${sample}**`;
      return {
        changes: { from, insert },
        selection: EditorSelection.range(from + 2, from + 2 + sample.length),
        scrollIntoView: true,
      };
    }
    const changes = [
      { from: around.start, to: around.start + 2 },
      { from: around.end - 2, to: around.end },
    ];
    return {
      changes,
      selection: EditorSelection.cursor(around.start === from - 1 ? around.start : Math.min(from, around.end - 2) - 2),
    };
  }

  // Bold words that the selection touches may begin and end on other lines.
  const touched = found.filter(({ start, end }) => start < to && end > from);
  const first = state.doc.lineAt(Math.min(from, ...touched.map(({ start }) => start)));
  const last = state.doc.lineAt(Math.max(to, ...touched.map(({ end }) => end)));
  const marks = new Set(found.flatMap(({ start, end }) => [start, start + 1, end - 2, end - 1]));
  const isBold = (at: number) => found.some(({ start, end }) => start < at && at < end);
  const isSelected = (at: number) => at >= from && at < to;

  const isCode = codeLines(text.split('\n'));
  const pieces: Piece[][] = [];
  for (let number = first.number; number <= last.number; number += 1) {
    const line = state.doc.line(number);
    pieces.push(
      piecesOf(line.text, isCode[number - 1] === true).map(([start, end]) => ({
        start: line.from + start,
        end: line.from + end,
      })),
    );
  }
  const words = pieces
    .flat()
    .flatMap(({ start, end }) => rangeOf(start, end))
    .filter((at) => isSelected(at) && !marks.has(at) && /\S/.test(text.charAt(at)));
  if (words.length === 0) return {};
  const becomesBold = !words.every(isBold);

  const changes = pieces
    .flat()
    .map(({ start, end }) => {
      const kept = rangeOf(start, end).filter((at) => !marks.has(at));
      const insert = writeRuns(
        kept.map((at) => ({ at, sign: text.charAt(at), bold: isSelected(at) ? becomesBold : isBold(at) })),
        text.charAt(start - 1),
        text.charAt(end),
      );
      return { from: start, to: end, insert };
    })
    .filter(({ from: start, to: end, insert }) => text.slice(start, end) !== insert);
  const set = state.changes(changes);
  const span = { from: Math.min(...words), to: Math.max(...words) + 1 };
  return {
    changes: set,
    selection: selectWords(state.update({ changes: set }).state.doc.toString(), text, span, marks, set),
    scrollIntoView: true,
  };
}

/** The same words as before, without the marks around them. */
function selectWords(
  now: string,
  before: string,
  { from, to }: { from: number; to: number },
  marks: ReadonlySet<number>,
  changes: { mapPos(at: number, side?: number): number },
): EditorSelection {
  // Whole lines were written anew, so the place is counted in words.
  const letter = (at: number, text: string, isMark: (at: number) => boolean) =>
    !isMark(at) && /\S/.test(text.charAt(at));
  const lineStart = before.lastIndexOf('\n', from - 1) + 1;
  const newBold = new Set(findBold(now).flatMap(({ start, end }) => [start, start + 1, end - 2, end - 1]));
  const skip = rangeOf(lineStart, from).filter((at) => letter(at, before, (place) => marks.has(place))).length;
  const count = rangeOf(from, to).filter((at) => letter(at, before, (place) => marks.has(place))).length;
  const places = rangeOf(changes.mapPos(lineStart, -1), now.length).filter((at) =>
    letter(at, now, (place) => newBold.has(place)),
  );
  const start = places[skip] ?? now.length;
  const end = (places[skip + count - 1] ?? now.length - 1) + 1;
  return EditorSelection.single(Math.min(start, now.length), Math.min(end, now.length));
}

/** Bold words of the whole text, marks included; where it cannot be read, pairs of asterisks within a line. */
function findBold(text: string): Piece[] {
  const found: Piece[] = [];
  try {
    forEachNode(parserFor(text).parse(text), (node) => {
      const { start, end } = node.position ?? {};
      if (node.type === 'strong' && start?.offset !== undefined && end?.offset !== undefined)
        found.push({ start: start.offset, end: end.offset });
    });
  } catch {
    for (const { index, 0: whole } of text.matchAll(/\*\*[^*\n]{1,2000}\*\*/g))
      found.push({ start: index, end: index + whole.length });
  }
  return found;
}

/**
 * Where the words of a line stand: behind the signs of its block, in each cell of a table; nowhere in tags and code.
 */
function piecesOf(line: string, isCode: boolean): [start: number, end: number][] {
  // A tag, a rule, the row below the heads of a table, and lines without words.
  if (isCode || /^\s*<\/?[A-Z]/.test(line) || /^[-*_:| \t]*$/.test(line)) return [];
  const lead =
    /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*(?:\[[ xX]\]\s+|#{1,6}\s+|\[\^[^\]\s]{1,40}\]:\s*)?/.exec(line)?.[0]
      .length ?? 0;
  // A single backslash at the end is a break.
  if (!/^\s*\|/.test(line)) return [[lead, line.length - (countTrailing(line, '\\') % 2)]];
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, index) => [bar + 1, bars[index + 1] ?? line.length]);
}

/** Signs with marks around the runs that are to be bold; spaces at their edges stay outside. */
function writeRuns(signs: readonly Sign[], before: string, after: string): string {
  const isBold = signs.map(({ bold }) => bold);
  for (const step of [1, -1]) {
    // A space at either edge of a run is no part of it.
    const order = step === 1 ? signs.map((_, index) => index) : signs.map((_, index) => signs.length - 1 - index);
    for (const index of order) if (/\s/.test(signs[index]?.sign ?? '') && !isBold[index - step]) isBold[index] = false;
  }
  let written = '';
  let open = -1;
  const close = (next: string) => {
    const inner = written.slice(open + 2);
    if (!holds('あ', inner, next) && holds('あ', inner, ' ')) written += '** ';
    else written += '**';
    open = -1;
  };
  for (const [index, { sign }] of signs.entries()) {
    if (isBold[index] && open === -1) {
      const previous = written === '' ? before : written.slice(-1);
      const run = signs
        .slice(index, isBold.indexOf(false, index) === -1 ? undefined : isBold.indexOf(false, index))
        .map((one) => one.sign)
        .join('');
      if (!holds(previous, run, 'あ') && holds(' ', run, 'あ')) written += ' ';
      open = written.length;
      written += '**';
    }
    if (!isBold[index] && open !== -1) close(sign);
    written += sign;
  }
  if (open !== -1) close(after);
  return written;
}

/** Whether marks between these signs open and close; beside Latin letters `(a)` needs a space. */
function holds(before: string, inner: string, after: string): boolean {
  const [first = '', last = ''] = [[...inner][0], [...inner].at(-1)];
  const sides = `${before}**${edge(first)}あ${edge(last)}**${after}`.replace(/\n/g, ' ');
  try {
    return JSON.stringify(parserFor(sides).parse(sides)).includes('"strong"');
  } catch {
    return true;
  }
}

/** Signs that begin other marks are taken for a plain one of their kind. */
function edge(sign: string): string {
  return /[*_~`<{[\]\\!|&]/.test(sign) ? '(' : sign;
}

function rangeOf(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

interface Piece {
  start: number;
  end: number;
}

interface Sign {
  at: number;
  sign: string;
  bold: boolean;
}
