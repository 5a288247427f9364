import { toWordKey } from '../../text/matching-key.ts';
import { isLetter, makeKanaWords, tokenise, type KanaWords } from '../../text/tokenise.ts';
import { toHiragana } from '../../text/fold-text.ts';
import type { StopEntry, SynonymEntry, Vocabulary, VocabularyFile } from '../vocabulary.ts';

/** Hiragana words that the editors' vocabulary names: index and query keep them whole. */
export function collectKanaWords(files: readonly VocabularyFile[]): KanaWords {
  const words = files.flatMap((file) => [
    ...(file.synonyms ?? []).flatMap(({ words, to = [], inputOnly = [] }) => [...words, ...to, ...inputOnly]),
    ...(file.readings ?? []).map((entry) => entry.reading),
  ]);
  return makeKanaWords(words.map(toHiragana));
}

/** Words that are understood when somebody types them and that the site itself never offers, as tokens of the index. */
export function collectInputOnly(files: readonly VocabularyFile[]): ReadonlySet<string> {
  const kanaWords = collectKanaWords(files);
  const words = files.flatMap((file) => (file.synonyms ?? []).flatMap(({ inputOnly = [] }) => inputOnly));
  return new Set(words.flatMap((word) => tokenise(word, kanaWords).map(({ tokens }) => tokens[0]?.text ?? '')));
}

/** The editors' vocabulary without the words that could lead to no page of the index. */
export function compileVocabulary(files: readonly VocabularyFile[], learnedReadings: ReadonlyMap<string, readonly string[]>, hasToken: (token: string) => boolean): Vocabulary {
  const kanaWords = collectKanaWords(files);
  const leadsSomewhere = (word: string) => tokenise(word, kanaWords).some((typed) => typed.tokens.some((token) => !isLetter(token.kind) && hasToken(token.text)));

  const synonyms = files.flatMap((file) => file.synonyms ?? []).flatMap((group): SynonymEntry[] => {
    const targets = (group.to ?? group.words).filter(leadsSomewhere);
    if (targets.length === 0) return [];
    const typedOnly: SynonymEntry[] = group.inputOnly ? [[group.strength, group.inputOnly, targets]] : [];
    if (group.to) return [[group.strength, group.words, targets], ...typedOnly];
    return [[group.strength === 'near' ? 'sibling' : group.strength, group.words, targets], ...typedOnly];
  });
  // A reading also helps where its word is on no page, if the vocabulary knows a way on from the word.
  const trigger = new Set(synonyms.flatMap(([, words]) => words.map(toWordKey)));
  const stop = files.flatMap((file) => file.stop ?? []).map((entry): StopEntry => [entry.weight ?? 0, entry.phrases]);
  return { synonyms, stop, readings: mergeReadings(files, learnedReadings, (word) => leadsSomewhere(word) || trigger.has(toWordKey(word))), kanaWords: [...kanaWords.has].filter(hasToken) };
}

function mergeReadings(files: readonly VocabularyFile[], learned: ReadonlyMap<string, readonly string[]>, leadsSomewhere: (word: string) => boolean): [string, string[]][] {
  const readings = new Map<string, Set<string>>();
  const add = (reading: string, words: readonly string[]) => readings.set(reading, new Set([...(readings.get(reading) ?? []), ...words.filter(leadsSomewhere)]));
  for (const [reading, words] of learned) add(reading, words);
  for (const entry of files.flatMap((file) => file.readings ?? [])) add(entry.reading, entry.words);
  return [...readings].flatMap(([reading, words]) => (words.size > 0 ? [[reading, [...words]]] : []));
}
