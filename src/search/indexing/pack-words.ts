import { pairFileCount, pairFiles, type PackedWords, type WordList } from '../index-format.ts';

/** A list of words, shorter for a file: the number of pages once for all that stand on so many. */
export function packWords(words: WordList): PackedWords {
  return [...Map.groupBy(words, ([, pages]) => pages)].map(([pages, group]) => [
    pages,
    group.map(([word]) => word).join(' '),
  ]);
}

/** Words of two kanji, each by either of its letters: only those that share one with a mistyped word are of use. */
export function cutPairs(pairs: WordList): PackedWords[] {
  const files = Array.from({ length: pairFileCount }, (): WordList[number][] => []);
  for (const pair of pairs) for (const file of pairFiles(pair[0])) files[file]?.push(pair);
  return files.map(packWords);
}
