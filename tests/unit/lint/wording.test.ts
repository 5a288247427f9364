import { expect, test } from 'vitest';
import { findWordings } from '../../../src/lint/wording.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';
import { expectRule } from './expect-rule.ts';

test.each([
  ['手続きの案内', ['手続']],
  ['3ヶ月前、3カ所、三ケ月、５箇月', ['か', 'か', 'か', 'か']],
  ['三か月前', ['算用数字と「か月」（3か月）']],
  ['三月までに', ['算用数字（3月）']],
  ['３月に', ['半角の数字（3月）']],
  ['わかる人と、わからない人と、判った人', ['分か', '分か', '分か']],
  ['引き継ぎ書をつくる', ['引継ぎ']],
  ['閉域網でも閉じた網でも', ['閉域ネットワーク', '閉域ネットワーク']],
  ['フラットな関係', ['対等な']],
  ['遅れずに届け出る', ['遅滞なく']],
  ['書体を選ぶ', ['フォント']],
  ['して下さい', ['くださ']],
])('%s', (text, expected) => {
  expect(findWordings(text).map(({ use }) => use)).toEqual(expected);
});

test.each([
  '手続をする',
  '3か月前に5か所で',
  '遅れずに来る',
  '引き継ぎながら進める',
  '令和三年十二月',
  'かわかす',
  '変わかもしれない',
  '分かれ道で別れる',
  '戸籍の字体',
  '三月会議室の',
  'ケース会議の結果',
  '一カ条',
])('%s stays', (text) => {
  expect(findWordings(text)).toEqual([]);
});

expectRule('wording', {
  ok: [
    ['what people type', { [qaFile]: qa({ aliases: ['引っ越し 手続き'], sources: [{ title: '手続きの手引き' }] }) }],
    ['code', { [qaFile]: qa({}, '`手続き` と書きません。\n\n```\n３月\n```\n') }],
  ],
  ng: [
    [
      'in a text',
      { [qaFile]: qa({}, '一行目\n\n窓口の手続きです\n') },
      /:25:4 warning 「手続き」は、このサイトでは「手続」と書きます。書き直してください。/,
    ],
    [
      'in a field',
      { [qaFile]: qa({ summary: '手続きは3ヶ月前に始めます。' }) },
      [/〔一言回答（summary）〕/, /「ヶ」は、このサイトでは「か」/],
    ],
    [
      'of a topic',
      { 'content/topics/office.yaml': yaml({ ...soundTopic, description: '引き継ぎのこと。' }) },
      /「引継ぎ」/,
    ],
  ],
});
