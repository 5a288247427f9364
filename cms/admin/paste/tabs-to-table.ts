import { dropTrailing } from '../../../src/text/trailing.ts';

/**
 * A Markdown table from cells between tabs, as a spreadsheet puts them on the clipboard; undefined for any other text.
 */
export function convertTabs(text: string): string | undefined {
  const rows = readRows(dropTrailing(text.replace(/\r\n?/g, '\n'), '\n'));
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return undefined;
  const [head = [], ...body] = rows.map((row) => row.map(toCell));
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Cells with line ends or quotes stand in `"…"`, with `""` for a quote. */
function readRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = `${text}\n`;
  for (let at = 0; at < source.length;) {
    const quoted = source.charAt(at) === '"' ? readQuoted(source, at) : undefined;
    bareEnd.lastIndex = at;
    const end = quoted?.end ?? bareEnd.exec(source)?.index ?? source.length;
    rows.at(-1)?.push(quoted?.value ?? source.slice(at, end));
    if (source.charAt(end) === '\n') rows.push([]);
    at = end + 1;
  }
  return rows.slice(0, -1);
}

/** `end` is that of the cell; undefined where something else follows the closing quote, or nothing closes it. */
function readQuoted(source: string, start: number): { value: string; end: number } | undefined {
  quotes.lastIndex = start + 1;
  for (let run = quotes.exec(source); run; run = quotes.exec(source)) {
    if (run[0].length % 2 === 0) continue;
    const end = quotes.lastIndex;
    if (!/[\t\n]/.test(source.charAt(end))) return undefined;
    return { value: source.slice(start + 1, end - 1).replaceAll('""', '"'), end };
  }
  return undefined;
}

const bareEnd = /[\t\n]/g;
const quotes = /"+/g;

function toCell(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
    .replace(/[\\|{<]/g, (sign) => `\\${sign}`);
}
