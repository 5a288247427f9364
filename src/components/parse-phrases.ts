import { loadDefaultJapaneseParser } from 'budoux';

// Opened once: an Astro component's own code runs anew for each heading, and opening the model takes longer than using it.
const parser = loadDefaultJapaneseParser();

/** Phrases of a Japanese text, between which a line may break. */
export function parsePhrases(text: string): string[] {
  return parser.parse(text);
}
