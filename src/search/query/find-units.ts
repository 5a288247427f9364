import type { Token, Word } from '../../text/token.ts';
import type { KanaWords } from '../../text/tokenise.ts';
import type { TypedWord } from './cut-query.ts';
import type { Meaning, Typed } from './term-list.ts';

/** Words that stand together (キャンセル料) or that one entry of the vocabulary spans are one thing: 犬の登録 is no 登録. */
export function findUnits(
  words: readonly Word[],
  covering: readonly Pick<Typed, 'words'>[],
  kanaWords: KanaWords,
): number[][] {
  const spans = covering.map((match) => match.words);
  const units: number[][] = [];
  for (const place of words.keys()) {
    const isTied =
      place > 0 &&
      (tiesOf(words[place - 1]).length > 0 ||
        isCompound(words[place - 1], words[place], kanaWords) ||
        spans.some((span) => span.includes(place - 1) && span.includes(place)));
    if (isTied) units.at(-1)?.push(place);
    else units.push([place]);
  }
  return units;
}

/** Several kanji and a noun in kana that follows at once: 往復はがき. */
function isCompound(before: Word | undefined, word: Word | undefined, { forms }: KanaWords): boolean {
  const [first, noun] = [before?.tokens[0], word?.tokens[0]];
  return (
    before?.end === word?.start &&
    (first?.kind === 'word' || first?.kind === 'compound') &&
    noun?.kind === 'hiragana' &&
    forms.get(noun.text)?.isVerb === false
  );
}

/** A unit in the words in which it was typed. */
export function asTyped(unit: readonly number[], words: readonly TypedWord[], text: string): Meaning {
  const members = unit.flatMap((place) => words[place] ?? []);
  const [start, end] = [members[0]?.start ?? 0, members.at(-1)?.end ?? 0];
  const typed = text.slice(start, end);
  const ties = members.slice(0, -1).flatMap((word) => tiesOf(word));
  return {
    words: unit,
    typed,
    start,
    end,
    found: typed,
    parts: [...members.map((word) => word.tokens), ...ties.map((tie) => [tie])],
    trust: 1,
  };
}

function tiesOf(word: Word | undefined): Token[] {
  return word?.tokens.filter((token) => token.kind === 'mixed' || token.kind === 'prefix') ?? [];
}
