import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { cardName, type Card, type CardOrder } from '../../links/card/card.ts';
import { drawIntoCache, type DrawingTask } from './draw-into-cache.ts';

/** Below this many the fonts take longer to open in a second thread than the cards to draw. */
const fewCards = 60;

/** Makes `out` hold the ordered cards and no other; draws only those that the cache does not hold. */
export async function deliverCards(
  order: CardOrder,
  { cache, out }: CardFolders,
): Promise<{ drawn: number; kept: number }> {
  await Promise.all([mkdir(cache, { recursive: true }), mkdir(out, { recursive: true })]);
  const named = new Map(order.cards.map((card) => [cardName(card), card]));
  const held = new Set(await readdir(cache));
  const missing = [...named].filter(([name]) => !held.has(`${name}.png`)).map(([, card]) => card);
  await drawAll(missing, order.map, cache);
  const present = new Set(await readdir(out));
  const names = [...named.keys()].map((name) => `${name}.png`).filter((name) => !present.has(name));
  await inBatches(names, 64, (name) => place(path.join(cache, name), path.join(out, name)));
  const gone = [...present].filter((name) => !named.has(name.replace(/\.png$/, '')));
  await inBatches(gone, 64, (name) => rm(path.join(out, name)));
  await cutCache(cache, new Set(named.keys()));
  return { drawn: missing.length, kept: named.size - missing.length };
}

/** Takes out what no card of this build asks for and was drawn long ago: questions are reworded, and sites go. */
async function cutCache(cache: string, wanted: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(cache)).filter((name) => !wanted.has(name.replace(/\.png$/, '')));
  const oldest = Date.now() - maxUnusedMilliseconds;
  await inBatches(others, 64, async (name) => {
    // Another build may have named or removed it meanwhile.
    const facts = await stat(path.join(cache, name)).catch(() => undefined);
    if (facts && facts.mtimeMs < oldest) await rm(path.join(cache, name), { force: true });
  });
}

const maxUnusedMilliseconds = 30 * 24 * 60 * 60 * 1_000;

async function drawAll(cards: readonly Card[], map: CardOrder['map'], cache: string): Promise<void> {
  if (cards.length <= fewCards) return drawIntoCache({ cards, map, cache });
  const threads = Math.min(availableParallelism(), 8);
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      drawInThread({ cards: cards.filter((_card, index) => index % threads === thread), map, cache }),
    ),
  );
}

function drawInThread(task: DrawingTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./draw-thread.ts', import.meta.url), { workerData: task });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The card thread ended with ${code}.`))));
  });
}

/** A second name for the same file where the disk allows it: ten thousand cards then cost no time and no space. */
async function place(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}

async function inBatches<Item>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size)
    await Promise.all(items.slice(start, start + size).map(work));
}

export interface CardFolders {
  cache: string;
  out: string;
}
