import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const documents = [
  makeDocument({
    id: 'autumn',
    question: '2021年10月の配置はどう変わりましたか',
    sections: answer('応援の係をつくる相談をしました。'),
  }),
  makeDocument({
    id: 'pets',
    question: '避難所にペットは入れますか',
    sections: answer('And you と書かれた札は使いません。'),
  }),
];
const index = makeMemoryIndex(documents);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index);

describe('what was typed in shorthand', () => {
  it.each(['R3年10月', 'R3.10', '2021/10', '令和三年十月', '令和3年十月'])(
    '%s is not said to be left out where the page has it in other letters',
    async (text) => {
      const { results, leftOut, missing } = await ask(text);
      expect(results.map(({ id }) => id)).toEqual(['autumn']);
      expect([leftOut, missing]).toEqual([[], []]);
    },
  );

  it.each(['AND', 'OR', ' AND OR '])('%s alone is a word like others', async (text) =>
    expect((await ask(text)).results.every(({ id }) => id === 'pets')).toBe(true),
  );
  it.each(['避難所 AND ペット', 'ペット OR 避難所'])('%s leaves the operator out', async (text) => {
    expect((await ask(text)).asked).toEqual(expect.arrayContaining(['避難所', 'ペット']));
    expect((await ask(text)).asked).toHaveLength(2);
  });

  it.each(['つくば市', 'つくぱ町', 'ひがしまつやま市'])('%s is a name, and no slip of a word in kana', async (text) => {
    const { results, suggestion } = await ask(text);
    expect(results).toEqual([]);
    expect(suggestion).toBeUndefined();
  });
});
