import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deliverCards } from '../../../src/integrations/cards/deliver-cards.ts';
import { cardName, type Card } from '../../../src/links/card/card.ts';

let folder = '';
const folders = () => ({ cache: path.join(folder, 'cache'), out: path.join(folder, 'out') });
const card = (title: string): Card => ({
  eyebrow: '岐阜県人会',
  title,
  tags: [{ text: '作例', tone: 'sample' }],
  note: '',
  group: 'gifu',
});
/** As if drawn before, so that the test draws nothing. */
const keep = (name: string, daysAgo = 0): void => {
  const { cache } = folders();
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, name), 'PNG');
  const then = new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1_000);
  utimesSync(path.join(cache, name), then, then);
};

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'deliver-cards-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('leaves in the site the cards that were ordered, and no other', async () => {
  const [first, second] = [card('一つ目'), card('二つ目')];
  for (const one of [first, second]) keep(`${cardName(one)}.png`);
  await deliverCards({ cards: [first, second], map: [] }, folders());
  const { drawn, kept } = await deliverCards({ cards: [second], map: [] }, folders());
  expect({ drawn, kept, out: readdirSync(folders().out) }).toEqual({
    drawn: 0,
    kept: 1,
    out: [`${cardName(second)}.png`],
  });
});

it('takes out of the cache what nobody asked for in a month', async () => {
  const wanted = card('いまも使う');
  keep(`${cardName(wanted)}.png`, 400);
  keep('reworded.png', 40);
  keep('of-another-site.png', 3);
  await deliverCards({ cards: [wanted], map: [] }, folders());
  expect(readdirSync(folders().cache).sort()).toEqual([`${cardName(wanted)}.png`, 'of-another-site.png'].sort());
});
