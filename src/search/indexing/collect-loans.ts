import { cutKatakana } from '../../text/cut-katakana.ts';
import { foldText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { loanwords } from './loanwords.ts';
import { onceForFiles } from './once-for-files.ts';

/**
 * What katakana compounds are made of, as hiragana: common loanwords, words of the vocabulary, and words that stand
 * alone on several pages; of the last two only those that common loanwords do not cut themselves. `alone` holds what
 * `standAlone` finds on each page.
 */
export function collectLoans(
  files: readonly VocabularyFile[],
  alone: Iterable<readonly string[]>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const words of alone) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const candidates = [
    ...katakanaNamed(files),
    ...[...counts].flatMap(([word, pages]) => (pages >= severalPages ? [word] : [])),
  ];
  const more = candidates
    .map(toHiragana)
    .filter((word) => word.length <= maxLength && cutKatakana(word, common).length === 0);
  return new Set([...common, ...more]);
}

const common: ReadonlySet<string> = new Set([...loanwords].map(toHiragana));

const katakanaNamed = onceForFiles((files) => {
  const groups = files.flatMap((file) => file.synonyms ?? []);
  const named = groups.flatMap(({ words, to = [], inputOnly = [] }) => [...words, ...to, ...inputOnly]);
  return named.map(foldText).filter((word) => whole.test(word));
});

/** The words of one folded text that may be parts of compounds elsewhere. */
export function standAlone(folded: string): string[] {
  return [...new Set(folded.match(katakana))];
}

/** All in a folded text that words which stand alone elsewhere may cut, as one text in hiragana. */
export function compoundsIn(folded: string): string {
  const long = folded.replaceAll('・', '').match(/[ァ-ヺー]{4,}/g);
  return toHiragana([...new Set(long)].join('\n'));
}

/** Whether those that came or went between two lists of loanwords may cut some of `compounds` in another way. */
export function areCutAnew(compounds: string, changed: ReadonlySet<string>): boolean {
  for (const loan of changed) if (compounds.includes(loan.replace(/ー$/, ''))) return true;
  return false;
}

const katakana = /(?<![ァ-ヺー・])[ァ-ヺー]{3,12}(?![ァ-ヺー・])/g;
const whole = /^[ァ-ヺー]{3,12}$/;
const severalPages = 3;
const maxLength = 8;
