import { foldText, type FoldedText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { toMatchingKeyWithOrigin, toWordKey } from '../../text/matching-key.ts';
import { makeKanaWords, type KanaWords } from '../../text/tokenise.ts';
import type { FieldName, SynonymEntry, Vocabulary, VocabularyBase, VocabularyPart } from '../vocabulary.ts';

/** A vocabulary that is whole from the start, ready to be looked up. */
export function prepareVocabulary(vocabulary: Vocabulary & Pick<VocabularyBase, 'names'>): PreparedVocabulary {
  const growing = startVocabulary(vocabulary);
  growing.add(vocabulary);
  return growing.vocabulary;
}

/** What every query needs; words come in parts, each of which makes the same vocabulary larger. */
export function startVocabulary({
  stop,
  kanaWords,
  names = [],
}: Pick<VocabularyBase, 'stop' | 'kanaWords' | 'names'>): GrowingVocabulary {
  const synonyms = new Map<string, Target[]>();
  const anywhere = new Set<string>();
  const readings = new Map<string, readonly string[]>();
  // First letter → length of the longest key that begins with it: most letters of a text begin no key at all.
  const maxLengths = new Map<string, number>();
  const measure = (key: string): void => {
    const letter = key[0] ?? '';
    if (key.length > (maxLengths.get(letter) ?? 0)) maxLengths.set(letter, key.length);
  };
  const stopKeys = new Map(
    stop.flatMap(([weight, phrases]) => phrases.map((phrase) => [toWordKey(phrase), weight] as const)),
  );
  for (const key of stopKeys.keys()) measure(key);

  const addSynonyms = ([strength, words, to = words]: SynonymEntry): void => {
    const targets = to.map((target) => ({ target, strength, key: toWordKey(target) }));
    for (const word of words) {
      const key = toWordKey(word);
      const others = targets.filter((each) => each.key !== key).map(({ target, strength }) => ({ target, strength }));
      if (key.length === 0 || others.length === 0) continue;
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...others]);
      if (!isEasilyInside(word, key)) anywhere.add(key);
      measure(key);
    }
  };
  const words = makeKanaWords(kanaWords);
  return {
    vocabulary: { synonyms, anywhere, stop: stopKeys, readings, kanaWords: words, maxLengths, names },
    add: (part) => {
      for (const loan of part.loans ?? []) words.loans.add(loan);
      for (const entry of part.synonyms) addSynonyms(entry);
      for (const [reading, words] of part.readings) {
        const key = toHiragana(foldText(reading));
        readings.set(key, words);
        measure(key);
      }
    },
  };
}

/** Where words of the vocabulary stand in a folded text: leftmost first, the longest of those that start together. */
export function matchVocabulary(folded: string, vocabulary: PreparedVocabulary): VocabularyMatch[] {
  const key = toMatchingKeyWithOrigin(folded);
  const matches: VocabularyMatch[] = [];
  for (let from = 0; from < key.text.length;) {
    const length = longestAt(key, from, folded, vocabulary);
    if (length === 0) {
      from += 1;
      continue;
    }
    const word = key.text.slice(from, from + length);
    const stopWeight = vocabulary.stop.get(word);
    matches.push({
      start: key.starts[from] ?? 0,
      end: endOfLongVowel(folded, key.ends[from + length - 1] ?? folded.length),
      key: word,
      targets: vocabulary.synonyms.get(word) ?? [],
      readings: vocabulary.readings.get(word) ?? [],
      ...(stopWeight === undefined ? {} : { stopWeight }),
    });
    from += length;
  }
  return matches;
}

function longestAt(key: FoldedText, from: number, folded: string, vocabulary: PreparedVocabulary): number {
  const { synonyms, anywhere, stop, readings, maxLengths } = vocabulary;
  const { text } = key;
  for (let length = Math.min(maxLengths.get(text[from] ?? '') ?? 0, text.length - from); length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    const start = key.starts[from] ?? 0;
    const end = key.ends[from + length - 1] ?? folded.length;
    if (isCut(folded, start) || isCut(folded, end)) continue;
    if (stop.has(word) || anywhere.has(word)) return length;
    if (synonyms.has(word) && isWholeRun(folded, start, end)) return length;
    if (readings.has(word) && standsAlone(text, from, length) && !isOfLoanword(folded, start, end, vocabulary))
      return length;
  }
  return 0;
}

/** Numbers and Latin words are never cut: 0円 does not stand in 100円, nor ai in mail. */
function isCut(folded: string, place: number): boolean {
  const around = folded.slice(Math.max(0, place - 1), place + 1);
  return place > 0 && (/^[0-9][0-9]$/.test(around) || /^[a-z][a-z]$/.test(around));
}

/** A reading counts only as a word of its own: かい is no 会 inside しかい or かいご, かぎ no 鍵 inside かぎり. */
function standsAlone(text: string, from: number, length: number): boolean {
  if (length <= 3 && /[ぁ-ゖー]/.test(text[from - 1] ?? '')) return false;
  return length > 2 || endsWord.test(text.slice(from + length));
}

/** Keys have no long vowel at the end of a word: サーバ of サーバー ends behind it. */
function endOfLongVowel(folded: string, end: number): number {
  return folded[end] === 'ー' && katakana.test(folded[end - 1] ?? '') && !katakana.test(folded[end + 1] ?? '')
    ? end + 1
    : end;
}

/** Whether it is a part of a katakana word that is not made of readings alone: ジチタイ in ジチタイワークス is no 自治体. */
function isOfLoanword(folded: string, start: number, end: number, { readings }: PreparedVocabulary): boolean {
  if (!katakana.test(folded.slice(start, end))) return false;
  let from = start;
  while (katakana.test(folded[from - 1] ?? '')) from -= 1;
  let to = end;
  while (katakana.test(folded[to] ?? '')) to += 1;
  const run = toHiragana(folded.slice(from, to));
  const isMade = [true];
  for (let place = 1; place <= run.length; place += 1)
    isMade[place] = isMade.some((made, before) => made && before < place && readings.has(run.slice(before, place)));
  return isMade[run.length] !== true;
}

/** Nothing of a word, or a particle. */
const endsWord = /^(?![ぁ-ゖー])|^を|^(?:[のはがにでとへもや]|から|まで|より)(?![ぁ-ゖー]{2})/;

/** Short loanwords and single kanji stand inside other words by chance: コスト in 起こすと, パート in アパート, 亀 in 亀裂. */
function isEasilyInside(word: string, key: string): boolean {
  return key.length === 1 ? kanji.test(key) : key.length <= 3 && katakana.test(word);
}

/** Whether no letters of the same script stand beside it, and no kanji before hiragana: that is okurigana. */
function isWholeRun(folded: string, start: number, end: number): boolean {
  const script = [kanji, katakana, hiragana].find((each) => each.test(folded[start] ?? ''));
  const before = folded[start - 1] ?? '';
  const after = /^ー*(.?)/su.exec(folded.slice(end, end + 4))?.[1] ?? '';
  return !script || !(script.test(before) || script.test(after) || (script === hiragana && kanji.test(before)));
}

const kanji = /^\p{sc=Han}+$/u;
const katakana = /^[ァ-ヺー]+$/;
const hiragana = /^[ぁ-ゖー]+$/;

interface GrowingVocabulary {
  readonly vocabulary: PreparedVocabulary;
  readonly add: (part: VocabularyPart) => void;
}

export interface PreparedVocabulary {
  readonly synonyms: ReadonlyMap<string, readonly Target[]>;
  /** Keys of `synonyms` that count wherever they stand; the others only as a whole run of their script. */
  readonly anywhere: ReadonlySet<string>;
  readonly stop: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly kanaWords: KanaWords;
  readonly maxLengths: ReadonlyMap<string, number>;
  readonly names?: readonly FieldName[];
}

interface Target {
  readonly target: string;
  readonly strength: SynonymEntry[0];
}

export interface VocabularyMatch {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly targets: readonly Target[];
  readonly readings: readonly string[];
  readonly stopWeight?: number;
}
