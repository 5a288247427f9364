import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { areAlike } from '../../../src/text/kanji-sounds.ts';
import { makeDocument, makeMemoryIndex } from './memory-index.ts';

const questions = [
  '選挙の投票は何時からですか',
  '避難の案内は誰がしますか',
  '予算の決裁は誰ですか',
  '庁舎の窓口は何階ですか',
  '職員の介護の相談は',
  '避難所のトイレは',
  '無線局の届は',
  '選挙費の内訳は',
  '新庁舎の図面は',
];
const documents = questions.map((question, place) => makeDocument({ id: `q${place}`, question }));
const index = makeMemoryIndex(documents, [
  {
    synonyms: [
      { words: ['決済日', '支払日'], strength: 'same' },
      { words: ['保障'], to: ['相談'], strength: 'near' },
    ],
  },
]);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 5 }, index);

describe('a slip in a word of two kanji', () => {
  it.each([
    ['選居', '選挙'],
    ['選拳', '選挙'],
    ['避南', '避難'],
    ['予産', '予算'],
    ['決載', '決裁'],
    ['庁社', '庁舎'],
    ['窓工', '窓口'],
    ['介後', '介護'],
    ['相段', '相談'],
    ['職因', '職員'],
  ])('%s is offered as %s, and not searched', async (text, offered) => {
    const found = await ask(text);
    expect(found.suggestion).toBe(offered);
    expect(found.results).toEqual([]);
  });

  it('is offered in what else was typed', async () =>
    expect((await ask('選居　トイレ')).suggestion).toBe('選挙 トイレ'));
});

describe('a word is no slip', () => {
  // Read otherwise than what stands on a page, or known to the vocabulary in a compound.
  it.each(['選考', '避暑', '予防', '決定', '庁内', '窓際', '介入', '相撲', '職場', '決済', '支払', '保障'])(
    '%s',
    async (text) => expect((await ask(text)).suggestion).toBeUndefined(),
  );
  it.each(['無線機', '選挙人', '旧庁舎', '長野市'])('%s: one letter makes another word of three', async (text) => {
    const found = await ask(text);
    expect(found.suggestion).toBeUndefined();
    expect(found.results.flatMap(({ matched }) => matched).filter(({ reason }) => reason === 'typo')).toEqual([]);
  });
  it('避難書 is 避難所, which is read the same', async () => expect((await ask('避難書')).suggestion).toBe('避難所'));
});

it.each([
  ['居', '挙', true],
  ['拳', '挙', true],
  ['菅', '管', false],
  ['市', '県', false],
  ['挙', '挙', true],
])('%s and %s are alike: %s', (a, b, expected) => expect(areAlike(a, b)).toBe(expected));
