import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundQa } from './content.ts';

const answer = soundQa.answers[0];
const other = {
  'content/qa/gifu/bbbbbbbb.mdx': qa({
    id: 'bbbbbbbb',
    question: '電話とLANはいつ切り替えればよいですか。',
    redirectFrom: ['/q/oldoldold/'],
  }),
};

expectRule('links', {
  ok: [
    ['a question that exists', { ...other, [qaFile]: qa({}, '[こちら](/q/bbbbbbbb/)\n') }],
    ['a place in a question', { ...other, [qaFile]: qa({}, '[こちら](/q/bbbbbbbb/#a2)\n') }],
    ['a former address', { ...other, [qaFile]: qa({}, '[こちら](/q/oldoldold/)\n') }],
    ['the same path on another site', { [qaFile]: qa({}, '[こちら](https://www.example.jp/q/zzzzzzzz/)\n') }],
    [
      'code that shows how to write a link',
      { [qaFile]: qa({}, '`[題](/q/zzzzzzzz/)`と書きます。\n\n```md\n![図](/images/zzz.png)\n```\n') },
    ],
    ['a picture that exists', { [qaFile]: qa({}, '![図](/images/plan.png)\n') }, { media: ['/images/plan.png'] }],
    [
      'a picture with a Japanese name',
      { [qaFile]: qa({}, '![図](/images/%E5%9B%B3.png)\n') },
      { media: ['/images/図.png'] },
    ],
  ],
  ng: [
    [
      'no such question',
      { [qaFile]: qa({}, '一行目\n\n[こちら](/q/zzzzzzzz/)へ\n') },
      /:25:7 error リンク先の質問「\/q\/zzzzzzzz\/」がありません/,
    ],
    [
      'in an answer',
      { [qaFile]: qa({ answers: [{ ...answer, text: '一行目\n[こちら](/q/zzzzzzzz/)\n' }] }) },
      /:13:13 error .*〔回答（1番目）の回答/,
    ],
    ['behind code', { [qaFile]: qa({}, '```\ncode\n```\n\n[こちら](/q/zzzzzzzz/)\n') }, /:27:7 error/],
    ['no slash at the end', { ...other, [qaFile]: qa({}, '[こちら](/q/bbbbbbbb)\n') }, /「\/q\/bbbbbbbb\/」に直して/],
    [
      'a withdrawn one',
      {
        ...other,
        'content/qa/gifu/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb', status: 'withdrawn', withdrawn: { date: '2026-10-01' } }),
        [qaFile]: qa({}, '[こちら](/q/bbbbbbbb/)\n'),
      },
      /warning .*取り下げられています/,
    ],
    [
      'no such picture',
      { [qaFile]: qa({}, '<Figure src="/images/zzz.png" alt="図" />\n') },
      /画像「\/images\/zzz\.png」がありません/,
    ],
  ],
});
