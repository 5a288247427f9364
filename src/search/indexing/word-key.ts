import { toWordKey } from '../../text/matching-key.ts';

/** As `toWordKey`, for words of the vocabulary, each of which an index asks for several times. */
export function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (keys.size >= mostKept) keys.clear();
  const key = toWordKey(word);
  keys.set(word, key);
  return key;
}

const keys = new Map<string, string>();
const mostKept = 200_000;
