import { diffIndices } from 'node-diff3';

/**
 * The source with what differs between `unchanged` and `changed`: the same file and an edited one, both written by the
 * same rules, which need not be those of the source. Lines that do not differ stay byte for byte. Where the source
 * has a changed line in another form, the next lines on both sides that it has alike hold the place; what is new stands
 * as far in as they do, with the line ends of the source. Whoever calls reads the result back: lines that are all alike
 * may be taken for one another.
 */
export function applyDifference(source: string, unchanged: string, changed: string): string {
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = (source.endsWith('\n') ? source : source + end).split(/(?<=\n)/);
  const [written, next] = [unchanged.split('\n'), changed.split('\n')];
  const places = alignLines(written.map(withoutSpaces), [...lines.map(withoutSpaces), '']);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, start, stop } of diffLines(written, next)) {
    const { first, last, begin, until } = findPlace({ from, to }, places, lines.length);
    const [old, before] = [lines.slice(begin, until), written.slice(first, last)];
    const after = [...written.slice(first, from), ...next.slice(start, stop), ...written.slice(to, last)];
    const near = first < last && places[first] !== undefined ? first : first - 1;
    const shift = depthOf(lines[places[near] ?? -1] ?? '') - depthOf(written[near] ?? '');
    parts.push(...lines.slice(done, begin));
    parts.push(...(changeFolded(old, before, after) ?? after.map((line) => moveIn(line, shift) + end)));
    done = until;
  }
  const edited = [...parts, ...lines.slice(done)].join('');
  return source.endsWith('\n') ? edited : edited.replace(/\r?\n$/, '');
}

/**
 * The lines of the source, from `begin` until `until`, that say what the written lines from `from` to `to` say; where
 * the source has these otherwise, the range of written lines grows to `first` and `last`.
 */
function findPlace({ from, to }: Range, places: readonly Place[], length: number): Found {
  let [first, last] = [from, to];
  if (from === to || places[from] === undefined) while (first > 0 && places[first - 1] === undefined) first -= 1;
  if (from === to || places[to - 1] === undefined) while (last < places.length && places[last] === undefined) last += 1;
  const [own, ownLast] = first < last ? [places[first], places[last - 1]] : [];
  const begin = own ?? (places[first - 1] ?? -1) + 1;
  const until = ownLast === undefined ? (places[last] ?? length) : ownLast + 1;
  return { first, last, begin, until };
}

/** For each line of one text the place of the same line in another. */
function alignLines(one: readonly string[], other: readonly string[]): Place[] {
  const places: Place[] = [];
  let at = 0;
  const end = { from: one.length, to: one.length, start: other.length, stop: other.length };
  for (const { from, to, stop } of [...diffLines(one, other), end]) {
    while (places.length < from) places.push(at++);
    places.length = to;
    at = stop;
  }
  return places;
}

/** Where two texts differ: lines `from` to `to` of one are lines `start` to `stop` of the other. */
function diffLines(one: readonly string[], other: readonly string[]): Difference[] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  if (left.length + right.length === 0) return [];
  if (left.length * right.length > maxComparisons)
    return [{ from: head, to: head + left.length, start: head, stop: head + right.length }];
  return diffIndices(left, right).map(({ buffer1: [from, count], buffer2: [start, length] }) => ({
    from: head + from,
    to: head + from + count,
    start: head + start,
    stop: head + start + length,
  }));
}

/** A tenth of a second; longer texts that have little in common are taken to differ as a whole. */
const maxComparisons = 4_000_000;

/** A `>` text says one line in several; a change inside one of them is made there. */
function changeFolded(
  old: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] | undefined {
  const [said, unchanged, changed] = [old, before, after].map((lines) => lines.map((line) => line.trim()).join(' '));
  if (old.length < 2 || before.length !== 1 || after.length !== 1 || said !== unchanged) return undefined;
  if (unchanged === undefined || changed === undefined) return undefined;
  let head = 0;
  while (head < unchanged.length && unchanged[head] === changed[head]) head += 1;
  let start = 0;
  for (const [index, line] of old.entries()) {
    const text = line.trim();
    const rest = unchanged.slice(start + text.length);
    const stop = changed.length - rest.length;
    if (head >= start && head <= start + text.length && changed.endsWith(rest) && stop >= head)
      return old.map((other, at) => (at === index ? line.replace(text, () => changed.slice(start, stop)) : other));
    start += text.length + 1;
  }
  return undefined;
}

/** A line may be aligned otherwise: 'a:  [ 1,2 ]  # why'. */
function withoutSpaces(line: string): string {
  return line.replace(/\s+/g, '');
}

function depthOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function moveIn(line: string, shift: number): string {
  return shift < 0 ? line.slice(Math.min(-shift, depthOf(line))) : line === '' ? '' : ' '.repeat(shift) + line;
}

/** Of a written line in the source; `undefined` where the source has it in another form. */
type Place = number | undefined;

interface Range {
  from: number;
  to: number;
}

interface Difference extends Range {
  start: number;
  stop: number;
}

interface Found {
  first: number;
  last: number;
  begin: number;
  until: number;
}
