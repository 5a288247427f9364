/** A Markdown table from cells between tabs, as a spreadsheet puts them on the clipboard; undefined for any other text. */
export function convertTabs(text: string): string | undefined {
  const rows = readRows(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return undefined;
  const [head = [], ...body] = rows.map((row) => row.map(toCell));
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Cells with line ends or quotes stand in `"…"`, with `""` for a quote. */
function readRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of `${text}\n`.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))([\t\n])/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function toCell(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/[\\|{<]/g, (sign) => `\\${sign}`);
}
