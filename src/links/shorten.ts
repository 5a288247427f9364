import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/**
 * Shortens a text to `maxCharacters` code points. A longer text is cut between two phrases and ends with an ellipsis,
 * which counts; a first phrase that is too long is cut inside.
 */
export function shorten(text: string, maxCharacters: number): string {
  if ([...text].length <= maxCharacters) return text;
  let kept = '';
  for (const phrase of parser.parse(text)) {
    if ([...(kept + phrase)].length > maxCharacters - 1) break;
    kept += phrase;
  }
  const whole = kept === '' ? [...text].slice(0, maxCharacters - 1).join('') : kept;
  return `${whole.trimEnd().replace(/[、。，．]$/u, '')}…`;
}
