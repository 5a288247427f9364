import type { Heading } from './headings.ts';

/** Cuts a compiled text at its headings, for the search index; the first section has no heading and no anchor. */
export function splitSections(compiled: { text: string; headings: readonly Heading[] }): Section[] {
  const { text, headings } = compiled;
  const opening = text.slice(0, headings[0]?.at ?? text.length).trim();
  const sections = headings.map((heading, index): Section => {
    const lineEnd = text.indexOf('\n', heading.at);
    const next = headings[index + 1]?.at ?? text.length;
    return { anchor: heading.id, heading: heading.text, text: lineEnd === -1 ? '' : text.slice(lineEnd, next).trim() };
  });
  return opening === '' ? sections : [{ anchor: '', heading: '', text: opening }, ...sections];
}

export interface Section {
  /** Id of the heading, without `#`. */
  anchor: string;
  heading: string;
  /** Words below the heading, without it. */
  text: string;
}
