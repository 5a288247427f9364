import { yaml } from './content.ts';
import { expectRule } from './expect-rule.ts';

const file = (...synonyms: object[]) => yaml({ title: '試験', synonyms });
const [a, b] = ['content/vocabulary/a.yaml', 'content/vocabulary/b.yaml'];

expectRule('vocabulary', {
  ok: [
    [
      'ways that differ',
      {
        [a]: file({ words: ['引越し', '移転'], strength: 'same' }),
        [b]: file({ words: ['引越し'], to: ['物量'], strength: 'near' }),
      },
    ],
    [
      'there, and back elsewhere',
      {
        [a]: file(
          { words: ['住まい'], to: ['住宅'], strength: 'near' },
          { words: ['住宅'], to: ['住まい'], strength: 'related' },
        ),
      },
    ],
    [
      'a word that leads to itself among others',
      { [a]: file({ words: ['認知症', '物忘れ'], to: ['認知症'], strength: 'near' }) },
    ],
    ['for input only', { [a]: file({ words: ['認知症'], inputOnly: ['痴呆'], strength: 'same' }) }],
  ],
  ng: [
    [
      'the same way twice',
      {
        [a]: file({ words: ['引越し', '移転'], strength: 'same' }),
        [b]: file({ words: ['移転', '引越し', '転居'], strength: 'same' }),
      },
      /b\.yaml:3:5 warning 「移転 → 引越し」（ほか1組）は「content\/vocabulary\/a\.yaml」の1組目にもあり、重なっています。/,
    ],
    [
      'with another strength, in another script',
      {
        [a]: file(
          { words: ['ごみ'], to: ['廃棄物'], strength: 'near' },
          { words: ['ゴミ'], to: ['廃棄物'], strength: 'same' },
        ),
      },
      /a\.yaml:8:5 warning 「ゴミ → 廃棄物」は「content\/vocabulary\/a\.yaml」の1組目にもあり、近さが食い違っています。/,
    ],
    [
      'for input only here and offered there',
      {
        [a]: file({ words: ['認知症'], inputOnly: ['痴呆'], strength: 'same' }),
        [b]: file({ words: ['痴呆'], to: ['介護'], strength: 'near' }),
      },
      /b\.yaml:4:9 error 「痴呆」は「content\/vocabulary\/a\.yaml」で「入力だけに使う言葉」です。/,
    ],
  ],
});
