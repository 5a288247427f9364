/** A heading as it stands on the page. */
export interface Heading {
  /** Rendered level, 2 to 6. */
  depth: number;
  /** `h-` and the words as letters and digits of any script; `-2` and so on when taken; with `idPrefix` before it. */
  id: string;
  /** Words without readings and note marks. */
  text: string;
  /** Offset in the plain text of the line that it takes there. */
  at: number;
}

/** Level 1 is the page's own title, so a text's headings start at 2. */
export function headingLevel(written: number, offset: number): number {
  return Math.min(6, Math.max(2, written + offset));
}

/** Gives every heading of one text its anchor; the same words in the same order always give the same anchors. */
export function createAnchors(idPrefix: string): (text: string) => string {
  const taken = new Set<string>();
  /** The number to try next for a slug: hundreds of headings may say the same. */
  const next = new Map<string, number>();
  return (text) => {
    const slug = slugOf(text);
    let count = next.get(slug) ?? 1;
    const idOf = (): string => `${idPrefix}h-${slug}${count === 1 ? '' : `-${count}`}`;
    while (taken.has(idOf())) count += 1;
    const id = idOf();
    taken.add(id);
    next.set(slug, count + 1);
    return id;
  };
}

/** Japanese stays: browsers accept it in an address, and people can read where a link leads. */
function slugOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const short = [...words].slice(0, 60).join('');
  return short.replace(/^-|-$/g, '') || 'section';
}
