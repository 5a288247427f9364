import { expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const documents = [
  makeDocument({
    id: 'care',
    question: '認知症の相談はどこで受けますか',
    sections: answer('地域包括支援センターで受けます。'),
  }),
  makeDocument({
    id: 'old',
    question: '昔の文書の言葉を直すには',
    sections: answer('助役、保健婦、痴呆症などを今の言葉に直します。'),
  }),
];
const files = [
  {
    synonyms: [
      { words: ['認知症'], inputOnly: ['痴呆症'], strength: 'same' as const },
      { words: ['副市長', '副町長'], inputOnly: ['助役'], strength: 'same' as const },
    ],
  },
];
const index = makeMemoryIndex(documents, files);
const search = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index);

it('understands a word that is for input only', async () => {
  expect((await search('痴呆症の相談')).results[0]?.id).toBe('care');
});

it('leads from no word to one that is for input only', async () => {
  expect((await search('認知症')).results.map(({ id }) => id)).toEqual(['care']);
});

it('offers it to nobody who mistyped another word, though a page holds it', async () => {
  expect((await search('痴呆所')).suggestion).toBeUndefined();
  expect((await makeMemoryIndex(documents, []).readWords('kanji', '')).map(([word]) => word)).toContain('痴呆症');
});
