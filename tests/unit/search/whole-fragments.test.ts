import { expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const page = (id: string, question: string, text = '') => makeDocument({ id, question, sections: answer(text) });
const index = makeMemoryIndex(
  [
    page('water', '水はどこで止めますか', '水の元栓は地下です。水、水、水。'),
    page('tap', '水の当番は誰ですか'),
    page('leak', '天井の水もれは誰に知らせますか'),
    page('thing', '会場に物を落とさないようにするには', '落ちた物は係が拾います。'),
    page('lost', '落とし物はどこで預かりますか'),
    page('keep', '金を預けるときの約束は何ですか'),
    page('deposit', '預かり金の帳簿はいつ締めますか'),
    page('look', '前の例を調べてから聞く人は誰ですか'),
    page('rhythm', '調子が悪い人を帰しますか'),
    page('needle', '針を使うとき、どう捨てますか'),
    page('pets', '犬を連れた人と、猫を抱いた人の列は別ですか'),
    page('rule', '家賃が遅れた人に何を送りますか'),
  ],
  [{ synonyms: [{ words: ['家ちん'], to: ['家賃'], strength: 'same' }] }],
);
const ids = async (text: string) =>
  (await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index)).results
    .map(({ id }) => id)
    .toSorted();

it.each([
  ['水もれ', ['leak']],
  ['水もれの連絡', ['leak']],
  ['使った針はどうやって捨てますか', ['needle']],
  ['人に物を送る', ['lost', 'rule', 'thing']],
  ['落とし物', ['lost']],
  ['預かり金', ['deposit']],
  ['調べる', ['look']],
  ['調べた', ['look']],
  ['預けます', ['deposit', 'keep', 'lost']],
  ['遅れない', ['rule']],
  ['犬と猫', ['pets']],
  ['火あそび', []],
  ['雨もり', []],
  ['家ちん', ['rule']],
])('%s finds %j: a single kanji does not stand for the word', async (text, expected) =>
  expect(await ids(text)).toEqual(expected),
);
