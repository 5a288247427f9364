import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardName, type Card, type CardTile } from '../../links/card/card.ts';
import { openCardRenderer } from './card-renderer.ts';

/** Draws cards one after another. A card appears in the cache only when it is complete, though the build be stopped. */
export function drawIntoCache({ cards, map, cache }: DrawingTask): void {
  if (cards.length === 0) return;
  const draw = openCardRenderer(map);
  for (const card of cards) {
    const file = path.join(cache, `${cardName(card)}.png`);
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, draw(card));
    renameSync(unfinished, file);
  }
}

export interface DrawingTask {
  cards: readonly Card[];
  map: readonly CardTile[];
  cache: string;
}
