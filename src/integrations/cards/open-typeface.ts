import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import type { Typeface } from '../../links/card/typeface.ts';

const files = { bold: '700Bold/BIZUDGothic_700Bold.ttf', regular: '400Regular/BIZUDGothic_400Regular.ttf' } as const;

/** Opens a bundled font. Outlines and widths are kept, since the same few thousand letters come again on every card. */
export function openTypeface(weight: keyof typeof files): Typeface {
  const font = create(
    readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/biz-udgothic/${files[weight]}`)),
  );
  if (font.isCollection) throw new Error(`${files[weight]} holds several fonts`);
  const glyphs = new Map<string, Glyph>();
  const glyph = (character: string): Glyph => {
    let known = glyphs.get(character);
    if (!known) {
      const found = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      known = { width: found.advanceWidth / font.unitsPerEm, outline: found.path.toSVG() };
      glyphs.set(character, known);
    }
    return known;
  };
  return {
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    width: (character) => glyph(character).width,
    outline: (character) => glyph(character).outline,
    unitsPerEm: font.unitsPerEm,
  };
}

interface Glyph {
  width: number;
  outline: string;
}
