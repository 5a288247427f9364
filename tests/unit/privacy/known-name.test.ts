import { expectCases } from './expect-cases.ts';

expectCases('name', {
  options: { names: ['御手洗 きよ', '柊', 'Taro Y.', '福島 いずみ', '佐藤花子（岐阜市）', '星 太郎'] },
  ok: [
    ['a part that is a place', '福島県の研修'],
    ['a single character inside a word', '柊木の話、星空'],
    ['a single character that does nothing', '星がきれいです。'],
    ['Latin letters inside a word', 'Tarot'],
  ],
  ng: [
    ['as displayed', '御手洗 きよが書きました', '御手洗 きよ'],
    ['without its space', '御手洗きよより', '御手洗きよ'],
    ['with another space', '御手洗　きよより', '御手洗　きよ'],
    ['a single character with さん', '柊さん', '柊'],
    ['Latin letters in another case', 'taro y. です', 'taro y.'],
    ['without what stands around it', '佐藤花子の話', '佐藤花子'],
    ['a given name that was written without a space', '花子が書いた', '花子', 'likely'],
    ['a single character that does something', '星が対応します', '星', 'likely'],
    ['a part alone', '御手洗に聞く', '御手洗', 'likely'],
  ],
});
