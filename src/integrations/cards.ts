import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CardOrder } from '../links/card/card.ts';
import { addsFiles, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';
import { deliverCards } from './cards/deliver-cards.ts';

/** Draws the cards that the pages ordered, takes unchanged ones from the cache, and takes the order away. */
export function cards({ cards: isWanted, cacheFolder }: Pick<BuildSettings, 'cards' | 'cacheFolder'>): AddedFiles {
  return addsFiles('kenjinkai-cards', async (out, log) => {
    const orderFile = path.join(out, 'card-order.json');
    const order = JSON.parse(await readFile(orderFile, 'utf8')) as CardOrder;
    await rm(orderFile);
    if (!isWanted) return;
    const started = performance.now();
    const folders = { cache: path.join(cacheFolder, 'cards'), out: path.join(out, 'cards') };
    const { drawn, kept } = await deliverCards(order, folders);
    log(
      `カード画像を${drawn}枚描き、${kept}枚は前のものを使いました（${((performance.now() - started) / 1000).toFixed(1)}秒）。`,
    );
  });
}
