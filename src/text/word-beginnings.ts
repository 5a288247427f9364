import { foldText, foldWithOrigin } from './fold-text.ts';
import { okurigana, toMatchingKey } from './matching-key.ts';
import { romajiBeginnings } from './romaji.ts';
import { endOfWord } from './whole-word.ts';

/**
 * The words of what is being typed, each with the ways in which it may be the beginning of a word, likeliest first. By
 * script alone, without a list of words, since this runs before anything has been fetched.
 */
export function readTyped(text: string): TypedWord[] {
  return cutRuns(text).flatMap(({ run, tail, isTied }) => {
    if (kana.test(run)) return isTied && run.length === 1 ? [] : [kanaWays(run)];
    if (latin.test(run)) return [[[[run, ...romajiBeginnings(run)]]]];
    return [han.test(run) ? kanjiWays(run, tail) : [[[toMatchingKey(run)]]]];
  });
}

/** The beginnings of all words of a name, in the same form. */
export function listBeginnings(text: string): string[] {
  return cutRuns(text).flatMap(({ run, tail }) => {
    const key = toMatchingKey(run);
    return han.test(run) ? [...key].map((_, place, letters) => letters.slice(place).join('') + tail) : [key];
  });
}

/** The words themselves, whole and as they were typed. */
export function listWords(text: string): string[] {
  const { text: folded, starts, ends } = foldWithOrigin(text);
  return cutRuns(text).map(({ run, tail, at }) =>
    text.slice(starts[at] ?? 0, ends[endOfWord(folded, at + run.length + tail.length) - 1] ?? text.length),
  );
}

interface Run {
  run: string;
  /** Where it begins in the folded text. */
  at: number;
  /** Hiragana behind a single kanji, which may belong to it: 子ども. */
  tail: string;
  /** Stands right behind another script. */
  isTied: boolean;
}

function cutRuns(text: string): Run[] {
  const cut: Run[] = [];
  const folded = foldText(text);
  for (const { 0: found, index } of folded.matchAll(runs)) {
    const last = cut.at(-1);
    const isTied = index > 0 && otherScript.test(folded[index - 1] ?? '');
    const run = kana.test(found) && isTied ? found.replace(ending, '') : found;
    if (last && isTied && kana.test(found) && isSingle(last.run)) last.tail = found.slice(0, 3);
    // Right behind kana stands romaji that is none yet: ひっk.
    else if (last && kana.test(last.run) && /^[a-z]{1,3}$/.test(run) && /[ぁ-ゖー]/.test(folded[index - 1] ?? ''))
      last.run += run;
    else if (run !== '') cut.push({ run, at: index, tail: '', isTied });
  }
  return cut;
}

function isSingle(run: string): boolean {
  return han.test(run) && [...run].length === 1;
}

function kanaWays(run: string): TypedWord {
  const { whole = run, pending = '' } = /^(?<whole>[ぁ-ゖー]+)(?<pending>[a-z]*)$/.exec(run)?.groups ?? {};
  const key = toMatchingKey(whole);
  if (pending !== '') return [[romajiBeginnings(pending).map((end) => key + end)]];
  const word = key.replace(/(?:[のをはがにでとへもや]|ー)$/, '');
  return word === key || word.length < 2 ? [[[key]]] : [[[key]], [[word]]];
}

/** A word that is nowhere may be two: 引越し業者, 庁舎移転. */
function kanjiWays(run: string, tail: string): TypedWord {
  const key = toMatchingKey(run);
  if (tail !== '') return [[[key + tail]], [[key]]];
  const parts = run.split(/[ぁ-ん]+/);
  if (parts.length > 1) return [[[key]], parts.map((part) => [toMatchingKey(part)])];
  const letters = [...key];
  return letters.length < 3 ? [[[key]]] : [[[key]], [[letters.slice(0, 2).join('')], [letters.slice(2).join('')]]];
}

const kanji = '[\\p{sc=Han}〆]+';
const runs = new RegExp(
  `${kanji}(?:[${okurigana}]{1,2}${kanji})*|[ァ-ヺー]+|[ぁ-ゖー]+|[a-z0-9]+(?:[-&.'][a-z0-9]+)*-?`,
  'gu',
);
const han = /^[\p{sc=Han}〆]/u;
const kana = /^[ぁ-ゖ]/;
const latin = /^[a-z0-9]/;
const otherScript = /[\p{sc=Han}〆ァ-ヺーa-z0-9]/u;
/** What hiragana behind another script begins with mostly ends that word, or is grammar. */
const ending = /^[いきしちにひみりぎじびえけせてねめれげべっうくすつぬふむゆるをのはがでとへもや]+/;

/**
 * Ways, of which the first that leads anywhere counts; each a list of parts that are all wanted, each with its
 * spellings.
 */
export type TypedWord = readonly (readonly (readonly string[])[])[];
