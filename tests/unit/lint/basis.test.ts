import { qa, qaFile } from './content.ts';
import { expectRule } from './expect-rule.ts';

const entry = { law: '地方自治法', article: '第234条第2項', checked: '2026-11-01' };
const page = 'https://laws.e-gov.go.jp/law/322AC0000000067';
const at = (changes: object, body = '地方自治法第234条によります。\n') => ({
  [qaFile]: qa({ basis: [{ ...entry, ...changes }] }, body),
});
const text = (body: string) => ({ [qaFile]: qa({}, body) });

expectRule('basis', {
  ok: [
    ['an article that has its entry', at({})],
    ['written in kanji', at({}, '地方自治法第二百三十四条によります。\n')],
    ['an address that leads to the article', at({ url: `${page}#Mp-Pa_2-Ch_9-Se_6-At_234` })],
    ['of a version of the law, down to the paragraph', at({ url: `${page}/20250601_504AC0000000068#Mp-At_234-Pr_2` })],
    ['of another host', at({ url: 'https://www.soumu.go.jp/main_sosiki/jichi_gyousei.html' })],
    ['a law as a whole', at({ article: undefined, url: page }, '地方自治法によります。\n')],
    [
      'a street and a number of conditions',
      text('北3条西2丁目の会場で、次の3条件を満たす方法を30日以内に決めます。\n'),
    ],
    ['a deadline that people set', text('契約から14日以内に現地を歩く方法が安全です。\n')],
    ['a deadline with its basis', at({}, '法律では14日以内に届け出ます。第234条も見ます。\n')],
    ['checked a year ago to the day', at({ checked: '2025-11-20' })],
  ],
  ng: [
    ['an article without entry', text('地方自治法第96条第1項です。\n'), /error 「第96条」の根拠がありません。/],
    ['without 第', text('詳しくは自治令167条の2を見ます。\n'), /「167条の2」の根拠/],
    ['in the summary', { [qaFile]: qa({ summary: '地方自治法第96条の議決を得ます。' }) }, /〔一言回答（summary）〕/],
    ['another article than the entry’s', at({}, '第234条の2によります。\n'), /「第234条の2」の根拠/],
    ['twice is said once', text('第96条です。第96条です。\n'), /:\d+:\d+ error 「第96条」/],
    [
      'a legal deadline',
      text('法律で14日以内に届け出ることになっています。\n'),
      /法令で決まった期限「14日以内」の根拠がありません。/,
    ],
    ['of an ordinance', text('条例により、使い始める7日前までに届け出ます。\n'), /「7日前まで」/],
    ['the old host', at({ url: 'https://elaws.e-gov.go.jp/document?lawid=322AC0000000067' }), /古いアドレス/],
    [
      'the home page of the law search',
      at({ url: 'https://laws.e-gov.go.jp/' }),
      /法令そのもののアドレスではありません/,
    ],
    ['the law, not the article', at({ url: page }), /「第234条」に続いていません.*「At_234」/],
    ['an article that begins alike', at({ url: `${page}#Mp-At_234_2` }), /「At_234」/],
    ['checked tomorrow', at({ checked: '2026-11-21' }), /error 確かめた日「2026-11-21」/],
    ['checked more than a year ago', at({ checked: '2025-11-19' }), /warning 根拠を確かめてから1年/],
  ],
});
