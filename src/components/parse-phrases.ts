import { loadDefaultJapaneseParser } from 'budoux';

// Loaded once in this module: the code of an Astro component runs for each heading, and loading takes longer than
// parsing.
const parser = loadDefaultJapaneseParser();
const cache = new Map<string, string[]>();

/**
 * The phrases of a Japanese text, between which a line may break. Cached, because a question is on its own page and in
 * many lists.
 */
export function parsePhrases(text: string): string[] {
  const phrases = cache.get(text) ?? parser.parse(text);
  cache.set(text, phrases);
  return phrases;
}
