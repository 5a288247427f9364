import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** At most `most` characters as people count them; what is too long ends between two phrases, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if ([...text].length <= most) return text;
  let kept = '';
  for (const phrase of parser.parse(text)) {
    if ([...(kept + phrase)].length > most - 1) break;
    kept += phrase;
  }
  const whole = kept === '' ? [...text].slice(0, most - 1).join('') : kept;
  return `${whole.trimEnd().replace(/[、。，．]$/u, '')}…`;
}
