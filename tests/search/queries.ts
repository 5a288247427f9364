import type { Row } from './row.ts';
import { abbreviations } from './rows/abbreviations.ts';
import { aroundTexts } from './rows/around-texts.ts';
import { compounds } from './rows/compounds.ts';
import { dailyWork } from './rows/daily-work.ts';
import { kana } from './rows/kana.ts';
import { katakana } from './rows/katakana.ts';
import { keywords } from './rows/keywords.ts';
import { numbers } from './rows/numbers.ts';
import { okurigana } from './rows/okurigana.ts';
import { minusWords, mixed, phrases } from './rows/operators.ts';
import { characterForms, longVowels, romaji, typos, widths } from './rows/spellings.ts';
import { notFound } from './rows/unanswered.ts';
import { wordsInside } from './rows/words-inside.ts';
import { wholeQuestions } from './rows/whole-questions.ts';

/** The labelled table: kind of query → rows. Every regression of the search becomes a row here. */
export const labelledQueries: Readonly<Record<string, readonly Row[]>> = {
  'whole questions in everyday words': wholeQuestions,
  'daily work': dailyWork,
  'two or three keywords': keywords,
  'one compound noun': compounds,
  'katakana loanwords': katakana,
  'numbers with a unit': numbers,
  abbreviations,
  'kana for kanji': kana,
  'okurigana variants': okurigana,
  'old and new character forms': characterForms,
  'full and half width': widths,
  'long-vowel marks': longVowels,
  'typos of one character': typos,
  'romaji with the input method off': romaji,
  'exact phrases': phrases,
  'minus words': minusWords,
  'mixed Japanese and Latin': mixed,
  'words inside words, dates, shorthand': wordsInside,
  'what stands around the texts': aroundTexts,
  'what no page answers': notFound,
};
