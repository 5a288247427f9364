import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { openCardRenderer } from '../../../src/integrations/cards/card-renderer.ts';
import { openTypeface } from '../../../src/integrations/cards/open-typeface.ts';
import { cardDesign, cardName, cardPath, describeCard, type Card } from '../../../src/links/card/card.ts';
import { cardOfGroup, cardOfQa } from '../../../src/links/card/cards.ts';
import { drawCard } from '../../../src/links/card/draw-card.ts';
import { drawableText } from '../../../src/links/card/typeface.ts';
import { sampleQa } from './sample-qa.ts';

const map = [
  { group: 'gifu', column: 10, row: 7 },
  { group: 'nagano', column: 11, row: 7 },
];
const bold = openTypeface('bold');
const faces = { bold, regular: openTypeface('regular'), brand: { name: '県人会ナレッジ', seal: '県' } };
const card = cardOfQa(sampleQa());

describe('a card', () => {
  test('says group, question, status, date, and that it is an example', () => {
    expect(describeCard(card)).toBe(
      '岐阜県人会／庁舎の引越しで、業者はいつまでに決めればよいですか。／見直し期限内／2026年5月22日の回答',
    );
    expect(describeCard(cardOfQa(sampleQa({ provenance: 'sample', shownStatus: 'needs-review' })))).toContain(
      '作例／要確認',
    );
  });

  test('of an example is of no group and was made, not answered; of an article it was published', () => {
    const example = describeCard(cardOfQa(sampleQa({ provenance: 'sample' })));
    expect(example).toMatch(/^岐阜県を想定した作例／.*／2026年5月22日作成$/);
    expect(example).not.toMatch(/人会|回答/);
    expect(describeCard(cardOfQa(sampleQa({ provenance: 'article' })))).toMatch(/^岐阜県人会／.*／2026年5月22日掲載$/);
  });

  test('of a group counts examples apart', () => {
    const group = { id: 'gifu', groupName: '岐阜県人会' } as const;
    expect(cardOfGroup(group, { own: 2, samples: 9 }).note).toBe('質問と回答 2件');
    expect(cardOfGroup(group, { own: 0, samples: 9 }).note).toBe('この県を想定した作例 9件');
  });

  test('has the same address as long as it says the same, and another once it does not', () => {
    expect(cardPath(cardOfQa(sampleQa()))).toBe(cardPath(card));
    expect(cardPath(card)).toMatch(/^\/cards\/[0-9a-f]{20}\.png$/);
    const others = [
      sampleQa({ question: '別の質問に変えたときはどうなりますか。' }),
      sampleQa({ shownStatus: 'outdated' }),
      sampleQa({ answered: '2026-05-23' }),
      sampleQa({ group: 'nagano' }),
      sampleQa({ provenance: 'sample' }),
    ];
    expect(new Set([card, ...others.map(cardOfQa)].map(cardName)).size).toBe(others.length + 1);
  });

  test('of a withdrawn Q&A tells nothing of what it said', () => {
    const withdrawn = cardOfQa(
      sampleQa({ status: 'withdrawn', shownStatus: 'withdrawn', withdrawn: { date: '2026-07-01' } }),
    );
    expect(JSON.stringify(withdrawn)).not.toContain('引越し');
  });

  test('is drawn as a PNG of 1200 by 630 below 300 KB that is neither blank nor without the mark of its group', () => {
    const png = openCardRenderer(map)(card);
    const { width, height, data } = PNG.sync.read(png);
    expect([width, height]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    const dark = countPixels(data, (red, green, blue) => red < 60 && green < 60 && blue < 60);
    const seal = countPixels(data, (red, green, blue) => red > 170 && green < 60 && blue < 60);
    expect(dark).toBeGreaterThan(5_000);
    expect(seal).toBeGreaterThan(15_000);
  });

  test('has a new design number whenever the drawing changes', () => {
    const drawings = [card, long, mixed].map((one) => drawCard(one, map, faces)).join('');
    expect({ design: cardDesign, drawing: createHash('sha256').update(drawings).digest('hex').slice(0, 16) })
      .toMatchInlineSnapshot(`
      {
        "design": 1,
        "drawing": "cd3acd51e3ca7873",
      }
    `);
  });

  test('carries no text element, so that it needs no font where it is drawn', () => {
    expect(drawCard(mixed, map, faces)).not.toMatch(/<text|&|NaN|undefined/);
  });
});

describe('drawableText', () => {
  test.each([
    ['災害🚨ごみ👨‍👩‍👧の🗾分別🇯🇵', '災害ごみの分別'],
    ['1️⃣番窓口', '1番窓口'],
    ['葛󠄀城市と葛城市', '葛城市と葛城市'],
    ['𠮷野家', '〓野家'],
    ['髙橋﨑鷗', '髙橋﨑鷗'],
    ['ﬀ ｶﾞｲﾄﾞ', 'ff ｶﾞｲﾄﾞ'],
    ['か\u3099', 'が'],
    ['①Ⅲ㈱', '①Ⅲ㈱'],
    ['😀', ''],
  ])('%s → %s', (typed, drawn) => {
    expect(drawableText(typed, bold)).toBe(drawn);
  });

  test('a title of nothing but emoji gives way to the name of the site', () => {
    const named = drawCard({ ...card, title: '県人会ナレッジ' }, map, faces);
    expect(drawCard({ ...card, title: '😀😀' }, map, faces)).toBe(named);
  });
});

const long: Card = {
  ...card,
  title:
    '庁舎の移転に合わせて窓口の配置と電話の内線番号と庁内ネットワークの切替えを同じ週末に行う場合に、住民への案内と職員の参集と委託業者の作業時間をどのような順番で決めておけば、月曜日の朝に混乱なく開庁できますか。教えてください。お願いしますね。',
};
const mixed: Card = {
  ...card,
  title: 'LGWAN-ASPとMicrosoft 365で<α&β>「𠮷」😀はなぜ？',
  tags: [{ text: '作例', tone: 'sample' }],
};

function countPixels(data: Uint8Array, matches: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < data.length; index += 4)
    if (matches(data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0)) count += 1;
  return count;
}
