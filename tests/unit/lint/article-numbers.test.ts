import { expect, test } from 'vitest';
import { findArticleNumbers } from '../../../src/lint/article-numbers.ts';

test.each([
  ['地方自治法第234条', ['234']],
  ['地方自治法施行令第167条の2第1項第2号', ['167_2']],
  ['自治令143条で定めます', ['143']],
  ['第238条の4第7項と第２３８条の５', ['238_4', '238_5']],
  ['第百六十七条の二', ['167_2']],
  ['第二〇八条', ['208']],
  ['第十条の三の二', ['10_3_2']],
  ['第千二百五十条', ['1250']],
  ['同法第49条の10から第49条の17まで', ['49_10', '49_17']],
])('%s names %j', (text, expected) => {
  expect(findArticleNumbers(text).map(({ number }) => number)).toEqual(expected);
});

test.each(['北3条西2丁目', '法3条件を満たす', '3条の会議', '条例案', '第3次', '箇条書き'])('%s names none', (text) => {
  expect(findArticleNumbers(text)).toEqual([]);
});

test('tells where a number stands and how it is written', () => {
  expect(findArticleNumbers('これは民法第9条です')).toEqual([{ number: '9', written: '第9条', offset: 5 }]);
});
