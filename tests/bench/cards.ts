/**
 * `node tests/bench/cards.ts [--count 10000] [--cold 1000]`: cards of many Q&As, with nothing kept and with everything
 * kept. Drawing all of them cold takes minutes, so `--cold` draws some and the rest is reckoned; the report says so.
 */
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deliverCards } from '../../src/integrations/cards/deliver-cards.ts';
import { cardName, type Card, type CardOrder } from '../../src/links/card/card.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, cold: { type: 'string', default: '1000' } },
});
const count = Number(values.count);
const drawnCold = Math.min(Number(values.cold), count);

const folder = await mkdtemp(path.join(tmpdir(), 'cards-'));
const cache = path.join(folder, 'cache');
const cards = makeCards(count);
const map: CardOrder['map'] = Array.from({ length: 47 }, (_, index) => ({
  group: `g${index}`,
  column: 1 + (index % 13),
  row: 1 + Math.floor(index / 13),
}));

const cold = await measure(() =>
  deliverCards({ cards: cards.slice(0, drawnCold), map }, { cache, out: path.join(folder, 'first') }),
);
const each = cold.seconds / drawnCold;
console.log(
  `cold: ${drawnCold} cards in ${cold.seconds.toFixed(1)} s on ${availableParallelism()} cores, ${(each * 1000).toFixed(1)} ms each${drawnCold < count ? `; ${count} reckoned at ${(each * count).toFixed(0)} s` : ''}`,
);

const sizes = await Promise.all((await readdir(cache)).map(async (name) => (await stat(path.join(cache, name))).size));
console.log(
  `size: ${(sizes.reduce((total, size) => total + size, 0) / sizes.length / 1024).toFixed(0)} KB on average, ${(Math.max(...sizes) / 1024).toFixed(0)} KB at most`,
);

await fillCache(cards, cache);
const warm = await measure(() => deliverCards({ cards, map }, { cache, out: path.join(folder, 'second') }));
const placed = (await readdir(path.join(folder, 'second'))).length;
if (warm.result.drawn !== 0 || placed !== count)
  throw new Error(`${warm.result.drawn} drawn again, ${placed} of ${count} placed`);
console.log(`cached: ${count} cards in ${warm.seconds.toFixed(2)} s (target 5 s)`);

await rm(folder, { recursive: true });

/** Questions of the content, told apart by a number: real lengths, real words. */
function makeCards(wanted: number): Card[] {
  const questions = globSync('content/qa/**/*.mdx').map(
    (file) => /^question: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '',
  );
  return Array.from({ length: wanted }, (_, index) => ({
    eyebrow: '岐阜県人会',
    title: `${questions[index % questions.length]}（${index}）`,
    tags: [
      { text: '作例', tone: 'sample' },
      { text: '有効', tone: 'plain' },
    ],
    note: '2026年5月22日の回答',
    group: `g${index % 47}`,
  }));
}

/** Puts a picture of usual size under every name that was not drawn; the cached run neither reads nor draws it. */
async function fillCache(all: readonly Card[], into: string): Promise<void> {
  const held = await readdir(into);
  const [model = ''] = held;
  const present = new Set(held);
  for (const card of all)
    if (!present.has(`${cardName(card)}.png`))
      await copyFile(path.join(into, model), path.join(into, `${cardName(card)}.png`));
}

async function measure<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const started = performance.now();
  const result = await work();
  return { seconds: (performance.now() - started) / 1000, result };
}
