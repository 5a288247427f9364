import type { Card, CardTile } from '../../links/card/card.ts';
import { drawCard } from '../../links/card/draw-card.ts';
import { siteWords } from '../../strings/site.ts';
import { openTypeface } from './open-typeface.ts';
import { renderPicture } from './render-picture.ts';

/** Opens the fonts once; the result draws cards as PNG. */
export function openCardRenderer(map: readonly CardTile[]): (card: Card) => Buffer {
  const faces = {
    bold: openTypeface('bold'),
    regular: openTypeface('regular'),
    brand: { name: siteWords.name, seal: '県' },
  };
  return (card) => renderPicture(drawCard(card, map, faces));
}
