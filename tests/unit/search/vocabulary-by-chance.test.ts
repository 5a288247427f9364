import { expect, it } from 'vitest';
import { readVocabulary } from '../../../src/cli/search/read-vocabulary.ts';
import { compileVocabulary } from '../../../src/search/indexing/compile-vocabulary.ts';
import { matchVocabulary, prepareVocabulary } from '../../../src/search/query/match-vocabulary.ts';
import { foldText } from '../../../src/text/fold-text.ts';

const vocabulary = prepareVocabulary(
  compileVocabulary(await readVocabulary('tests/fixtures/site'), new Map(), () => true),
);

// Words are looked for anywhere in a text, so a short one can stand inside another by chance.
it.each([
  'していただく',
  'いただきたい',
  'ただし',
  'これからする',
  'ここからすぐ',
  'いまだに',
  '小さいと',
  '生かして',
  '貸します',
  'しかたない',
  'html',
  'https',
  'cloud',
])('%s brings no other words', (text) => {
  const found = matchVocabulary(foldText(text), vocabulary).filter((match) => match.targets.length > 0);
  expect(found.map((match) => match.key)).toEqual([]);
});

const own = prepareVocabulary(
  compileVocabulary(
    [
      {
        synonyms: [
          { words: ['コスト', '経費'], strength: 'near' },
          { words: ['パート', '短時間'], strength: 'near' },
          { words: ['亀', 'カメ'], strength: 'same' },
          { words: ['ゴミ', 'ごみ', '廃棄物'], strength: 'near' },
          { words: ['ガイドブック', '冊子'], strength: 'near' },
        ],
      },
    ],
    new Map(),
    () => true,
  ),
);
const keysIn = (text: string) => matchVocabulary(foldText(text), own).map((match) => match.key);

// A loanword of up to three letters and a single kanji are words of their own or nothing.
it.each(['問題を起こすと', 'アパートの', 'スカート', '亀裂', '岡亀市', 'かめばかむほど'])(
  '%s holds none of the short words',
  (text) => {
    expect(keysIn(text)).toEqual([]);
  },
);

it.each([
  ['コストの削減', 'こすと'],
  ['コスト', 'こすと'],
  ['「こすと」', 'こすと'],
  ['パートさん', 'ぱーと'],
  ['亀が逃げた', '亀'],
  ['生ゴミと', 'ごみ'],
  ['ゴミステーション', 'ごみ'],
  ['観光ガイドブックス', 'がいどぶっく'],
])('%s holds %s', (text, key) => {
  expect(keysIn(text)).toContain(key);
});
