import { yaml } from './content.ts';
import { expectRule } from './expect-rule.ts';

const file = (...synonyms: object[]) => yaml({ title: '試験', synonyms });
const group = (strength: string) => (words: string[], to?: string[]) => ({ words, ...(to ? { to } : {}), strength });
const [same, near, related] = [group('same'), group('near'), group('related')] as const;
const [a, b] = ['content/vocabulary/a.yaml', 'content/vocabulary/b.yaml'];

expectRule('synonyms', {
  ok: [
    ['two names of one thing', { [a]: file(near(['給与', '給与等']), same(['住民票', '住民表'])) }],
    ['things that are kept apart, as neighbours', { [a]: file(near(['給与', '給料'])) }],
    ['from the short form to the long one', { [a]: file(same(['生保'], ['生活保護']), same(['歳入'], ['歳入予算'])) }],
    ['a rest that adds nothing', { [a]: file(same(['依頼文', '依頼文書']), same(['庁舎', '市庁舎'])) }],
    ['a word cut short', { [a]: file(same(['ケアマネ', 'ケアマネジャー'])) }],
    [
      'a chain of which all links are the same',
      { [a]: file(same(['貼り紙', '張り紙'])), [b]: file(same(['張り紙', 'ポスター類'])) },
    ],
    [
      'a part that is less than the whole, which is the same as a third',
      { [a]: file(same(['入札', '競り']), same(['競り', '入札会場']), near(['入札会場'], ['入札'])) },
    ],
    ['a hiragana word with what follows it', { [a]: file(same(['けがを', 'のけが'], ['怪我'])) }],
    ['a hiragana word that no grammar holds', { [a]: file(same(['はがき', '葉書'])) }],
    ['a loanword, which counts only alone', { [a]: file(near(['コスト', '経費'])) }],
    ['an old word for input only', { [a]: file({ words: ['保健師'], inputOnly: ['保健婦'], strength: 'same' }) }],
  ],
  ng: [
    [
      'things that law keeps apart',
      {
        [a]: file(
          same(['給与', '給料']),
          same(['国保税'], ['国保料']),
          same(['逃げる所', '指定避難所', '指定緊急避難場所']),
        ),
      },
      [
        /a\.yaml:3:5 warning 「給与」と「給料」は別のものです（給料は手当を除く）。/,
        /a\.yaml:7:5 warning 「国保税」と「国保料」/,
        /a\.yaml:12:5 warning 「指定避難所」と「指定緊急避難場所」/,
      ],
    ],
    [
      'a part as the whole',
      { [a]: file(same(['歳入', '歳入予算', '歳入科目'])) },
      /a\.yaml:3:5 warning 「歳入」は「歳入予算」の一部です（ほか1組）。/,
    ],
    [
      'a whole that leads to its part',
      { [a]: file(same(['情報システム担当'], ['情報システム'])) },
      /a\.yaml:3:5 warning 「情報システム」は「情報システム担当」の一部です。.*近い意味」（near）に/,
    ],
    [
      'two that a third makes the same',
      { [a]: file(same(['手当', '給付']), same(['給付', '支給'])), [b]: file(related(['手当'], ['支給'])) },
      /b\.yaml:3:5 warning 「手当」と「支給」はここでは「関連する言葉」ですが、どちらも「給付」と「同じ意味」です。/,
    ],
    [
      'hiragana that stands in grammar',
      { [a]: file(same(['けが', 'いるか', 'けがで'], ['怪我'])) },
      [
        /a\.yaml:4:9 warning 「けが」は「.*けが.*」のような/,
        /a\.yaml:5:9 warning 「いるか」は「/,
        /a\.yaml:6:9 warning 「けがで」は「けができ」/,
      ],
    ],
    [
      'an outdated word that is offered',
      { [a]: file(same(['保健師', '保健婦'])) },
      /a\.yaml:5:9 warning 「保健婦」は古い言葉か、人を傷つける言葉です。/,
    ],
  ],
});
