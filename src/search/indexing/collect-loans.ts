import { cutKatakana } from '../../text/cut-katakana.ts';
import { foldText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import type { IndexDocument } from '../index-format.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { loanwords } from './loanwords.ts';

/**
 * What katakana compounds are made of, as hiragana: common loanwords, words of the vocabulary, and words that stand
 * alone on several pages; of the last two only those that common loanwords do not cut themselves.
 */
export function collectLoans(
  files: readonly VocabularyFile[],
  documents: readonly IndexDocument[],
): ReadonlySet<string> {
  const common = new Set([...loanwords].map(toHiragana));
  const groups = files.flatMap((file) => file.synonyms ?? []);
  const named = groups.flatMap(({ words, to = [], inputOnly = [] }) => [...words, ...to, ...inputOnly]).map(foldText);
  const alone = new Map<string, number>();
  for (const document of documents) {
    const text = foldText(
      [
        document.question,
        document.summary,
        ...document.aliases,
        ...document.sections.map((section) => section.text),
      ].join('\n'),
    );
    for (const word of new Set(text.match(katakana))) alone.set(word, (alone.get(word) ?? 0) + 1);
  }
  const candidates = [
    ...named.filter((word) => whole.test(word)),
    ...[...alone].flatMap(([word, pages]) => (pages >= severalPages ? [word] : [])),
  ];
  const more = candidates
    .map(toHiragana)
    .filter((word) => word.length <= maxLength && cutKatakana(word, common).length === 0);
  return new Set([...common, ...more]);
}

const katakana = /(?<![ァ-ヺー・])[ァ-ヺー]{3,12}(?![ァ-ヺー・])/g;
const whole = /^[ァ-ヺー]{3,12}$/;
const severalPages = 3;
const maxLength = 8;
