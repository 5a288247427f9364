import type { Vocabulary } from '../schema/vocabulary.ts';
import { toHiragana } from '../text/kana.ts';

/**
 * The words that occur in `hidden` texts and in none of the texts `notIn`, as a whole or with a part (a kanji or a pair
 * of neighbouring kanji). They must not be shown: they would tell what the hidden texts are about.
 */
export function findWordsOnlyIn(
  hidden: readonly string[],
  { notIn, words }: { notIn: readonly string[]; words: readonly string[] },
): Set<string> {
  const inHidden = findPieces(hidden, new Set(words.flatMap(toPieces)));
  const inBoth = findPieces(notIn, inHidden);
  const onlyInHidden = inHidden.difference(inBoth);
  return new Set(words.filter((word) => toPieces(word).some((piece) => onlyInHidden.has(piece))));
}

export function listWords({ synonyms, stop, readings }: Vocabulary): string[] {
  return [
    ...synonyms.flatMap(({ words, to, inputOnly }) => [...words, ...(to ?? []), ...(inputOnly ?? [])]),
    ...stop.flatMap(({ phrases }) => phrases),
    ...readings.flatMap(({ reading, words }) => [reading, ...words]),
  ];
}

/** The vocabulary without some words; what loses its last word goes as a whole. */
export function withoutWords(vocabulary: Vocabulary, closed: ReadonlySet<string>): Vocabulary {
  const keep = (words: readonly string[]) => words.filter((word) => !closed.has(word));
  const synonyms = vocabulary.synonyms.flatMap((group) => {
    const [words, to, inputOnly] = [
      keep(group.words),
      group.to && keep(group.to),
      group.inputOnly && keep(group.inputOnly),
    ];
    const typed = words.length + (inputOnly?.length ?? 0);
    const isUseful = group.to ? typed > 0 && to?.length !== 0 : words.length > 0 && typed > 1;
    return isUseful ? [{ ...group, words, ...(to ? { to } : {}), ...(inputOnly ? { inputOnly } : {}) }] : [];
  });
  const stop = vocabulary.stop.map((list) => ({ ...list, phrases: keep(list.phrases) }));
  const readings = vocabulary.readings.map(({ reading, words }) => ({ reading, words: keep(words) }));
  return {
    ...vocabulary,
    synonyms,
    stop: stop.filter(({ phrases }) => phrases.length > 0),
    readings: readings.filter(({ reading, words }) => words.length > 0 && !closed.has(reading)),
  };
}

/** Cheaper than the search's own folding, of which texts need no more than this here. */
function fold(text: string): string {
  return toHiragana(text.normalize('NFKC').toLowerCase());
}

function toPieces(word: string): string[] {
  const key = fold(word);
  const runs = key.match(/\p{sc=Han}+/gu) ?? [];
  return [key, ...runs.flatMap((run) => [...run].flatMap((sign, index, all) => [sign, sign + (all[index + 1] ?? '')]))];
}

/** Which of the pieces stand in the texts: one pass over them, along the branches of a tree of all pieces. */
function findPieces(texts: readonly string[], pieces: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  if (pieces.size === 0) return found;
  const root = plantTree(pieces);
  for (const text of texts) {
    const folded = fold(text);
    for (let start = 0; start < folded.length; start += 1) {
      let branch = root.next.get(folded.charCodeAt(start));
      for (let at = start + 1; branch !== undefined; at += 1) {
        if (branch.piece !== undefined) found.add(branch.piece);
        branch = branch.next.get(folded.charCodeAt(at));
      }
    }
  }
  return found;
}

function plantTree(pieces: ReadonlySet<string>): Branch {
  const root: Branch = { next: new Map() };
  for (const piece of pieces) {
    let branch = root;
    for (let index = 0; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index);
      const next = branch.next.get(code) ?? { next: new Map() };
      branch.next.set(code, next);
      branch = next;
    }
    branch.piece = piece;
  }
  return root;
}

interface Branch {
  /** By UTF-16 unit. */
  next: Map<number, Branch>;
  /** Ends here. */
  piece?: string;
}
