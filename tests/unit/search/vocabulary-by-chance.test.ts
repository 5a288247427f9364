import { expect, it } from 'vitest';
import { readVocabulary } from '../../../src/cli/search/read-vocabulary.ts';
import { compileVocabulary } from '../../../src/search/indexing/compile-vocabulary.ts';
import { matchVocabulary, prepareVocabulary } from '../../../src/search/query/match-vocabulary.ts';
import { foldText } from '../../../src/text/fold-text.ts';

const vocabulary = prepareVocabulary(compileVocabulary(await readVocabulary('tests/fixtures/site'), new Map(), () => true));

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
