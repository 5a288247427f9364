import { expect, it } from 'vitest';
import { findEntries } from '../../../../../cms/admin/lists/find-entries.ts';

const entries = [
  {
    data: {
      id: 'ibdxndqo',
      status: 'current',
      question: '番号札の機械はいつ頼みますか。',
      summary: '庁舎を移す3か月前に頼みます。',
      __group: '岐阜県',
    },
  },
  { data: { question: '庁舎の引越しの業者はどう決めますか。', summary: '入札で決めます。', __group: '埼玉県' } },
  { data: { name: 'ＤＸ・情報化', kana: 'でぃーえっくす' } },
  { data: { title: 'サーバーの更新', order: 3 } },
];
const found = (typed: string) => findEntries(entries, typed).map((entry) => entries.indexOf(entry));

it.each([
  // Two letters are a word; who has them in the title comes first.
  ['庁舎', [1, 0]],
  ['札', [0, 1]],
  ['庁舎 業者', [1]],
  ['業者　庁舎', [1]],
  // Letters of an id are no word; the whole id is that of its entry, in an address too.
  ['dx', [2]],
  ['current', []],
  ['ibdxndqo', [0]],
  ['https://kb.example.jp/q/ibdxndqo/', [0]],
  ['でぃーえっくす', [2]],
  ['さーばー', [3]],
  ['３か月', [0]],
  ['ぎふ', [0]],
  ['埼玉', [1]],
  // Letters that only stand somewhere in this order are no word.
  ['庁引業', []],
  ['体育館', []],
  [' ', []],
] as const)('finds %j', (typed, expected) => expect(found(typed)).toEqual(expected));
