import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { canGoOn } from '../../../src/search/suggestions/find-suggestions.ts';
import { makeDocument, makeMemoryIndex } from './memory-index.ts';

const questions = [
  '庁舎の引越しは誰が頼みますか',
  'テレワークの端末は',
  '災害対策本部はいつ開きますか',
  'LGWANの回線は',
  '養生は誰がしますか',
];
const index = makeMemoryIndex(
  questions.map((question, place) => makeDocument({ id: `q${place}`, question })),
  [
    {
      readings: [
        { reading: 'ひっこし', words: ['引越し'] },
        { reading: 'ようじょう', words: ['養生'] },
      ],
      synonyms: [{ words: ['金魚すくい'], to: ['庁舎'], strength: 'near' }],
    },
  ],
);
const ask = async (text: string) =>
  (await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 5, isTyping: true }, index)).mayGoOn ===
  true;

describe('a word may go on', () => {
  it.each(['ひっこ', 'hikko', 'hikk', '庁舎 ひっこ', 'ようじ', 'テレワ', 'terewa', 'LGW', 'ズンドコ てれわー'])(
    '%s',
    async (text) => expect(await ask(text)).toBe(true),
  );
});

describe('a word is as it stands', () => {
  it.each(['ズンドコ', '水族館', '金魚', 'ひっこ ', 'hikko ', 'ひっこ ズンドコ', 'blockchain', '引越し', 'ワクチン'])(
    '%s',
    async (text) => expect(await ask(text)).toBe(false),
  );
});

it('is told by what is suggested, too', async () => {
  const source = {
    places: [['topic', '庁舎の引越し', 'ちょうしゃのひっこし', '/topics/moving/']] as const,
    lookUp: (beginning: string) =>
      Promise.resolve({ best: 'てんにゅう'.startsWith(beginning) ? [0] : [], others: [], isWhole: true }),
    readQuestion: () => Promise.resolve(['/q/a/', '転入の届は'] as const),
  };
  const found = await Promise.all(
    ['ちょうし', 'tenny', '届 tenny', 'ズンドコ', 'tenny '].map((text) => canGoOn(text, source)),
  );
  expect(found).toEqual([true, true, true, false, false]);
});

it('asks for no list of words where nothing is being typed', async () => {
  const read: string[] = [];
  const watched = {
    ...index,
    readWords: (script: Parameters<typeof index.readWords>[0], word: string) => (
      read.push(script),
      index.readWords(script, word)
    ),
  };
  const request = { text: 'LGWA', filters: {}, sort: 'relevance', offset: 0, limit: 5 } as const;
  expect((await runSearch(request, watched)).mayGoOn).toBeUndefined();
  const asked = read.length;
  expect((await runSearch({ ...request, isTyping: true }, watched)).mayGoOn).toBe(true);
  expect(read.length - asked).toBe(asked + 1);
});
