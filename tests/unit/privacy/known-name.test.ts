import { expectCases } from './expect-cases.ts';

expectCases('name', {
  options: { names: ['御手洗 きよ', '柊', 'Taro Y.', '福島 いずみ'] },
  ok: [
    ['a part that is a place', '福島県の研修'],
    ['a single character inside a word', '柊木の話'],
    ['Latin letters inside a word', 'Tarot'],
  ],
  ng: [
    ['as displayed', '御手洗 きよが書きました', '御手洗 きよ'],
    ['without its space', '御手洗きよより', '御手洗きよ'],
    ['with another space', '御手洗　きよより', '御手洗　きよ'],
    ['a single character with さん', '柊さん', '柊'],
    ['Latin letters in another case', 'taro y. です', 'taro y.'],
    ['a part alone', '御手洗に聞く', '御手洗', 'likely'],
  ],
});
