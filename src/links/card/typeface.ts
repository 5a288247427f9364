/** A font as the drawing needs it: widths and outlines of single characters, in ems. */
export interface Typeface {
  has: (character: string) => boolean;
  /** Advance width in ems. */
  width: (character: string) => number;
  /** SVG path data in font units with y upwards. */
  outline: (character: string) => string;
  unitsPerEm: number;
}

export function measureText(text: string, typeface: Typeface): number {
  return [...text].reduce((total, character) => total + typeface.width(character), 0);
}

/**
 * The text with nothing in it that the font cannot draw. Emoji and selectors of variants are left out, compatibility
 * characters give way to their plain form, and what remains becomes 〓, the printers' mark for a missing character.
 */
export function drawableText(text: string, typeface: Pick<Typeface, 'has'>): string {
  const drawn = Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) =>
    drawableGrapheme(segment, typeface),
  );
  return drawn
    .join('')
    .replace(/[ \u3000]+/g, (space) => (space.includes('\u3000') ? '\u3000' : ' '))
    .trim();
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** Also the frame that turns a digit into an emoji: the digit stays. */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}\u20E3]/gu;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const missing = '〓';

function drawableGrapheme(grapheme: string, typeface: Pick<Typeface, 'has'>): string {
  const plain = grapheme.replace(unseen, '');
  if (isDrawable(plain, typeface)) return plain;
  if (emoji.test(grapheme)) return '';
  const compatible = plain.normalize('NFKC');
  if (isDrawable(compatible, typeface)) return compatible;
  return missing;
}

function isDrawable(text: string, typeface: Pick<Typeface, 'has'>): boolean {
  return [...text].every((character) => typeface.has(character));
}
