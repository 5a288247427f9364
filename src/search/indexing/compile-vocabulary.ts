import { cutHiragana } from '../../text/cut-hiragana.ts';
import { everydayWords } from '../../text/everyday-words.ts';
import { isLetter, makeKanaWords, tokenise, type KanaWords } from '../../text/tokenise.ts';
import type { StopEntry, SynonymEntry, Vocabulary, VocabularyFile } from '../vocabulary.ts';
import { collectLoans } from './collect-loans.ts';
import { onceForFiles } from './once-for-files.ts';
import { wordKey } from './word-key.ts';

/**
 * Everyday words, and hiragana words of the editors' vocabulary that these do not cut (けがをし holds けが): index and query
 * keep them whole. With them what katakana compounds are made of; `alone` is as `collectLoans` takes it.
 */
export function collectKanaWords(files: readonly VocabularyFile[], alone: Iterable<readonly string[]> = []): KanaWords {
  const words = makeKanaWords(listKanaWords(files));
  for (const loan of collectLoans(files, alone)) words.loans.add(loan);
  return words;
}

const listKanaWords = onceForFiles((files) => {
  const everyday = makeKanaWords(everydayWords);
  const named = files.flatMap((file) => [
    ...(file.synonyms ?? []).flatMap(({ words, to = [], inputOnly = [] }) => [...words, ...to, ...inputOnly]),
    // Of two letters they stand in other words by chance: いえ in いえない.
    ...(file.readings ?? []).flatMap(({ reading }) => (reading.length > 2 ? [reading] : [])),
  ]);
  const pieces = (word: string) => cutHiragana(word, 'nothing', false, everyday);
  const isCut = (word: string) => pieces(word.replace(/^[のを](?=..)/, '')).some((piece) => piece.isKnown);
  // どこで and できますか are grammar, and little beside other words.
  const signed = (word: string) => (pieces(word).length === 0 ? `${word}*` : word);
  return [
    ...everydayWords,
    ...[...new Set(named)].filter((word) => /^[ぁ-ゖー]+$/.test(word) && !isCut(word)).map(signed),
  ];
});

/** Words that are understood when somebody types them and that the site itself never offers, as tokens of the index. */
export const collectInputOnly = onceForFiles((files): ReadonlySet<string> => {
  const kanaWords = collectKanaWords(files);
  const words = files.flatMap((file) => (file.synonyms ?? []).flatMap(({ inputOnly = [] }) => inputOnly));
  return new Set(words.flatMap((word) => tokenise(word, kanaWords).map(({ tokens }) => tokens[0]?.text ?? '')));
});

/** Words of two kanji that the vocabulary has, alone or in compounds: who types one has made no slip. */
export const collectPairs = onceForFiles((files): ReadonlySet<string> => {
  const groups = files.flatMap((file) => file.synonyms ?? []);
  const words = [
    ...groups.flatMap(({ words, to = [], inputOnly = [] }) => [...words, ...to, ...inputOnly]),
    ...files.flatMap((file) => (file.readings ?? []).flatMap((reading) => reading.words)),
  ];
  const runs = words.flatMap((word) => word.match(/\p{sc=Han}{2,}/gu) ?? []);
  // 住民 and 台帳 of 住民台帳; of an uneven number of kanji the first two and the last two.
  return new Set(
    runs.flatMap((run) =>
      Array.from(run, (_, at) => run.slice(at, at + 2)).filter(
        (pair, at) => pair.length === 2 && (at % 2 === 0 || at === run.length - 2),
      ),
    ),
  );
});

/** The editors' vocabulary without the words that could lead to no page of the index. */
export function compileVocabulary(
  files: readonly VocabularyFile[],
  learnedReadings: ReadonlyMap<string, readonly string[]>,
  hasToken: (token: string) => boolean,
  kanaWords: KanaWords = collectKanaWords(files),
): Vocabulary {
  const tokensOf = rememberTokens(kanaWords);
  const leadsSomewhere = (word: string) => tokensOf(word).some(hasToken);

  const synonyms = files
    .flatMap((file) => file.synonyms ?? [])
    .flatMap((group): SynonymEntry[] => {
      const targets = (group.to ?? group.words).filter(leadsSomewhere);
      if (targets.length === 0) return [];
      const typedOnly: SynonymEntry[] = group.inputOnly ? [[group.strength, group.inputOnly, targets]] : [];
      if (group.to) return [[group.strength, group.words, targets], ...typedOnly];
      return [[group.strength === 'near' ? 'sibling' : group.strength, group.words, targets], ...typedOnly];
    });
  // A reading also helps where its word is on no page, if the vocabulary knows a way on from the word.
  const trigger = new Set(synonyms.flatMap(([, words]) => words.map(wordKey)));
  const stop = files.flatMap((file) => file.stop ?? []).map((entry): StopEntry => [entry.weight ?? 0, entry.phrases]);
  return {
    synonyms,
    stop,
    readings: mergeReadings(
      files,
      learnedReadings,
      (word) =>
        leadsSomewhere(word) || trigger.has(wordKey(word)) || (isOneKanji(word) && hasToken([...word][0] ?? '')),
    ),
    kanaWords: kanaWords.list.flatMap(({ written, token }) => (hasToken(token) ? [written] : [])),
    loans: [...kanaWords.loans].filter((loan) => hasToken(loan) || hasToken(loan.replace(/ー$/, ''))),
  };
}

/** The tokens that lead to pages of a word; known from the last index if that cut words in the same way. */
function rememberTokens(kanaWords: KanaWords): (word: string) => readonly string[] {
  const cutBy = JSON.stringify([kanaWords.list, [...kanaWords.loans]]);
  if (remembered.cutBy !== cutBy) remembered = { cutBy, tokens: new Map() };
  const { tokens } = remembered;
  return (word) => {
    const known = tokens.get(word);
    if (known) return known;
    const found = tokenise(word, kanaWords).flatMap((typed) =>
      typed.tokens.flatMap((token) => (isLetter(token.kind) ? [] : [token.text])),
    );
    tokens.set(word, found);
    return found;
  };
}

let remembered = { cutBy: '', tokens: new Map<string, readonly string[]>() };

/** 鍵 and 古い are too little to tell a word by, and all of かぎ and ふるい. */
function isOneKanji(word: string): boolean {
  return /^\p{sc=Han}[ぁ-ゖ]*$/u.test(word);
}

function mergeReadings(
  files: readonly VocabularyFile[],
  learned: ReadonlyMap<string, readonly string[]>,
  leadsSomewhere: (word: string) => boolean,
): [string, string[]][] {
  const readings = new Map<string, Set<string>>();
  const add = (reading: string, words: readonly string[]) =>
    readings.set(reading, new Set([...(readings.get(reading) ?? []), ...words.filter(leadsSomewhere)]));
  for (const [reading, words] of learned) add(reading, words);
  for (const entry of files.flatMap((file) => file.readings ?? [])) add(entry.reading, entry.words);
  return [...readings].flatMap(([reading, words]) => (words.size > 0 ? [[reading, [...words]]] : []));
}
