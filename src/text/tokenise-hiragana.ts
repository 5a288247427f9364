import { cutHiragana, type Before } from './cut-hiragana.ts';
import { mixedWordAt, type KanaWords } from './kana-words.ts';
import type { Word } from './token.ts';
import { mixedWord } from './tokenise-kanji.ts';

/** Words of hiragana, cut by what stands before and behind the run. */
export function tokeniseHiragana(run: string, start: number, folded: string, kanaWords: KanaWords): Word[] {
  const end = start + run.length;
  const atEnd = mixedWordAt(folded, end, kanaWords);
  const own = atEnd ? run.slice(0, Math.max(0, atEnd.start - start)) : run;
  const isPrefix = !atEnd && /\p{sc=Han}/u.test(folded[end] ?? '');
  const words = cutHiragana(own, beforeRun(folded, start), isPrefix, kanaWords).map((piece): Word => ({
    start: start + piece.start,
    end: start + piece.end,
    tokens: [{ text: piece.token, kind: piece.kind }],
  }));
  return atEnd ? [...words, mixedWord(atEnd, folded, kanaWords)] : words;
}

/** After these a sentence or a word begins; after a closing bracket one goes on. */
const beginnings = /[\s。、，．,.!?「『（(【［[{〈《・:;/／"“‘…]/u;

function beforeRun(folded: string, start: number): Before {
  const last = folded[start - 1] ?? '';
  if (/\p{sc=Han}/u.test(last)) return /\p{sc=Han}/u.test(folded[start - 2] ?? '') ? 'kanji' : 'letter';
  return last === '' || beginnings.test(last) ? 'nothing' : 'word';
}
