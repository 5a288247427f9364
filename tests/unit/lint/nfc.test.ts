import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';

expectRule('nfc', {
  ok: [
    ['plain', { [qaFile]: qa({}, 'ガギグゲゴ、が、パ\n') }],
    ['half-width kana stay as typed', { [qaFile]: qa({}, 'ｶﾞｷﾞ\n') }],
    ['characters that only look incompatible', { [qaFile]: qa({}, '﨑、髙、𠮷、①、㍻、葛\u{e0100}\n') }],
    ['emoji made of several', { [qaFile]: qa({}, '👩‍🚒👍🏽\n') }],
  ],
  ng: [
    [
      'a sound mark of its own',
      { [qaFile]: qa({}, '一行目\n\nここか\u3099違う\n') },
      /:25:3 error 濁点などが分かれた文字/,
    ],
    [
      'in a field',
      { 'content/topics/office.yaml': yaml({ ...soundTopic, description: 'ハ\u309aです' }) },
      /:4:14 error .*〔説明（description）〕/,
    ],
    ['a compatibility ideograph', { [qaFile]: qa({}, '\ufa19社\n') }, /:23:1 error .*見た目が同じ別の文字/],
    ['two lines, both told', { [qaFile]: qa({}, 'か\u3099\nき\u3099\n') }, [/:23:/, /:24:/]],
  ],
});
