/**
 * What is pasted may come from any page. The HTML parser's time grows with the square of open formatting tags, and
 * later steps recurse, so that is bounded before it runs; a page of Word or of a browser closes what it opens.
 */
export const htmlLimits = {
  /** UTF-16 units; Word puts style sheets of half a megabyte before a page. */
  characters: 4_000_000,
  tags: 20_000,
  /** Tags such as `<b>` that are open at one place; the parser repeats them in each paragraph. */
  openFormatting: 24,
  /** Of all other tags that need an end. */
  openBlocks: 120,
  /** Columns that one cell may cover. */
  columnSpan: 100,
  /** Cells of all tables together, after rows were filled up to the width of the widest. */
  cells: 20_000,
} as const;

/** Whether the HTML is small and flat enough to be converted. */
export function isWithinLimits(html: string): boolean {
  if (html.length > htmlLimits.characters) return false;
  let tags = 0;
  let formatting = 0;
  let blocks = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    const lower = name.toLowerCase();
    const change = slash === '/' ? -1 : 1;
    tags += 1;
    if (formattingNames.has(lower)) formatting = Math.max(0, formatting + change);
    else if (!endless.has(lower)) blocks = Math.max(0, blocks + change);
    const isTooDeep = formatting > htmlLimits.openFormatting || blocks > htmlLimits.openBlocks;
    if (isTooDeep || tags > htmlLimits.tags) return false;
  }
  return true;
}

/**
 * Without what stands from each `start` to the next `end`; what is never closed stays. Linear, as patterns for it are
 * not.
 */
export function cutBetween(text: string, start: string, end: string): string {
  let kept = '';
  let at = 0;
  for (let from = text.indexOf(start); from !== -1; from = text.indexOf(start, at)) {
    const to = text.indexOf(end, from + start.length);
    if (to === -1) break;
    kept += text.slice(at, from);
    at = to + end.length;
  }
  return kept + text.slice(at);
}

/** The active formatting elements of the HTML standard. */
const formattingNames = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Void elements, and those whose end another start implies. */
const endless = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);
