import { foldText, foldWithOrigin } from '../../text/fold-text.ts';
import { endOfWord } from '../../text/whole-word.ts';

/**
 * Splits what was typed into free words, phrases that must stand verbatim (「…」, "…") and what must not occur (-word,
 * -"…", NOT word). AND and OR are no words: pages that hold more of the words stand first anyway, and each may miss
 * some.
 */
export function parseQuery(text: string): ParsedQuery {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const typed = text.normalize('NFKC');
  const said = typed.replace(not, '$<before>-').replace(operators, ' ');
  // Alone they are words like others.
  const free = (said.trim() === '' ? typed : said)
    .replace(minus, (_, ...groups: unknown[]) => keep(excluded, groups))
    .replace(quoted, (_, ...groups: unknown[]) => keep(phrases, groups));
  const written = [free, ...phrases].join(' ').trim();
  return { free: foldText(written), phrases, excluded, asWritten: makeAsWritten(written) };
}

function makeAsWritten(written: string): AsWritten {
  const { text, starts, ends } = foldWithOrigin(written);
  return (start, end, toWordEnd = true) => {
    const last = toWordEnd ? endOfWord(text, end) : end;
    return start >= last ? '' : written.slice(starts[start] ?? 0, ends[last - 1] ?? written.length);
  };
}

/** Moves what the brackets of a pattern caught to a list. */
function keep(list: string[], groups: readonly unknown[]): string {
  const caught = groups
    .slice(
      0,
      groups.findIndex((group) => typeof group === 'number'),
    )
    .find((group) => typeof group === 'string');
  if (typeof caught === 'string' && caught.trim() !== '') list.push(caught.trim());
  return ' ';
}

const inQuotes = '「([^「」]+)」|『([^『』]+)』|"([^"]+)"|[“”]([^“”]+)[“”]';
const quoted = new RegExp(inQuotes, 'g');
/** In capitals, as who means them writes them. */
const not = /(?<before>^|\s)(?:AND\s+)?NOT\s+(?=\S)/g;
const operators = /(?<=^|\s)(?:AND|OR)(?=\s|$)/g;
/** Before a word whatever a Japanese keyboard gives for minus: also the long-vowel mark, with which no word begins. */
const minus = new RegExp(`(?<=^|\\s)[-‐‑‒–—−ー](?:${inQuotes}|([^\\s-]\\S*))`, 'g');

/** A stretch of `free` in the reader's own letters, to the end of its last word. */
export type AsWritten = (start: number, end: number, toWordEnd?: boolean) => string;

export interface ParsedQuery {
  /** Folded; holds the phrases' words too, so that they rank. */
  readonly free: string;
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
  readonly asWritten: AsWritten;
}
