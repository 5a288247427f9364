import { foldText } from '../../text/fold-text.ts';

/** Splits what was typed into free words, phrases that must stand verbatim (「…」, "…") and words that must not occur (-word). */
export function parseQuery(text: string): ParsedQuery {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const withoutPhrases = text.normalize('NFKC').replace(quoted, (_, ...groups: unknown[]) => {
    const phrase = groups.slice(0, 4).find((group): group is string => typeof group === 'string')?.trim();
    if (phrase) phrases.push(phrase);
    return ' ';
  });
  const free = withoutPhrases.replace(minus, (_, word: string) => {
    excluded.push(word);
    return ' ';
  });
  return { free: foldText([free, ...phrases].join(' ').trim()), phrases, excluded };
}

const quoted = /「([^「」]+)」|『([^『』]+)』|"([^"]+)"|[“”]([^“”]+)[“”]/g;
const minus = /(?<=^|\s)[-‐−]([^\s-]\S*)/g;

export interface ParsedQuery {
  /** Folded; holds the phrases' words too, so that they rank. */
  readonly free: string;
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
}
