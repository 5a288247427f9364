import { loadDefaultJapaneseParser } from 'budoux';

// Opened once: an Astro component's own code runs anew for each heading, and opening the model takes longer than using
// it.
const parser = loadDefaultJapaneseParser();
const known = new Map<string, string[]>();

/**
 * Phrases of a Japanese text, between which a line may break. A question heads its own page and stands in many lists.
 */
export function parsePhrases(text: string): string[] {
  const phrases = known.get(text) ?? parser.parse(text);
  known.set(text, phrases);
  return phrases;
}
