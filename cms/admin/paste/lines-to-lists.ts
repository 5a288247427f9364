import { createLevels, readListSign, type ListSign } from './list-signs.ts';

/** Makes Markdown's lists of the lines that are written as items; a text without such lines comes back as it is. */
export function linesToLists(text: string): string {
  const lines = text.split('\n');
  const signs = readSigns(lines);
  if (signs.every((sign) => !sign || sign.isMarkdown)) return freeNumbers(lines, signs);

  const written: string[] = [];
  let items: Levels | undefined;
  for (const [index, line] of lines.entries()) {
    const sign = signs[index];
    const isBlank = line.trim() === '';
    if (sign) {
      if (!items && (written.at(-1) ?? '') !== '') written.push('');
      items ??= createWriter();
      written.push(items.write(sign, line.slice(sign.length).trimEnd()));
    } else if (items && !isBlank && /^[ \t\u3000]/.test(line) && written.at(-1) !== '') {
      // A line that is set in goes on with the item above.
      written.push(items.indent() + line.trim());
    } else {
      if (items && !isBlank && written.at(-1) !== '') written.push('');
      if (!isBlank) items = undefined;
      written.push(isBlank ? '' : line);
    }
  }
  return written.join('\n');
}

/** In Markdown, a number other than 1 begins a list only behind an empty line. */
function freeNumbers(lines: readonly string[], signs: readonly (ListSign | undefined)[]): string {
  const isOfParagraph = (at: number) => !signs[at] && /^\S/.test(lines[at] ?? '');
  if (lines.some((line) => /^[ \t]*(?:`{3}|~{3})/.test(line))) return lines.join('\n');
  return lines
    .flatMap((line, at) => ((signs[at]?.number ?? 1) !== 1 && isOfParagraph(at - 1) ? ['', line] : [line]))
    .join('\n');
}

/** The sign of each line that is an item, with numbers that are merely spoken of left out. */
export function readSigns(lines: readonly string[]): (ListSign | undefined)[] {
  const signs = lines.map(readListSign);
  const known = new Set(signs.map((sign) => sign && `${sign.kind} ${sign.number ?? sign.isReference === true}`));
  return signs.map((sign) => {
    if (!sign?.isReference) return sign;
    const { kind, number } = sign;
    const neighbours = number === undefined ? [`${kind} false`] : [`${kind} ${number - 1}`, `${kind} ${number + 1}`];
    return neighbours.some((neighbour) => known.has(neighbour)) ? sign : undefined;
  });
}

/** Writes items one after another, each below the one that its sign stands under. */
function createWriter(): Levels {
  const levelOf = createLevels();
  let open: { width: number; marker: string; number: number }[] = [];
  const indentBelow = (level: number) =>
    ' '.repeat(open.slice(0, level).reduce((width, { width: own }) => width + own, 0));
  return {
    write(sign, words) {
      const level = levelOf(sign);
      const before = open[level];
      open = open.slice(0, level);
      const isOrdered = sign.number !== undefined;
      const number = sign.number ?? 0;
      // A number out of order begins a list of its own, which another mark behind the number tells apart.
      const follows = before && before.marker !== '-' && number === before.number + 1;
      const other = before?.marker === '.' ? ')' : '.';
      const marker = isOrdered
        ? before === undefined || follows
          ? (before?.marker ?? '.')
          : before.marker === '-'
            ? '.'
            : other
        : '-';
      const shown = isOrdered ? `${number}${marker}` : marker;
      const box = sign.checked === undefined ? '' : `[${sign.checked ? 'x' : ' '}] `;
      const line = `${indentBelow(level)}${shown} ${box}${words}`;
      open.push({ width: shown.length + 1, marker, number });
      return line;
    },
    indent: () => indentBelow(open.length),
  };
}

interface Levels {
  write(sign: ListSign, words: string): string;
  /** Before a further line of the last item. */
  indent(): string;
}
