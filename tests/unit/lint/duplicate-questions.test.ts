import { expectRule } from './expect-rule.ts';
import { qa, qaFile } from './content.ts';

const other = (question: string) => ({
  [qaFile]: qa({ question: '庁舎の引越しの業者はいつ決めますか。' }),
  'content/qa/gifu/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb', question }),
});

expectRule('duplicate-questions', {
  ok: [
    ['another question', other('庁舎の引越しの業者はどう決めますか。')],
    ['voiced and unvoiced sounds differ', other('庁舎の引越しの業者はいつ決めまずか。')],
    [
      'questions that are missing are not the same question',
      {
        [qaFile]: qa({ question: undefined }),
        'content/qa/gifu/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb', question: undefined }),
      },
    ],
  ],
  ng: [
    [
      'the same',
      other('庁舎の引越しの業者はいつ決めますか。'),
      [/aaaaaaaa\.mdx:3:\d+ warning 同じ質問が「content\/qa\/gifu\/bbbbbbbb\.mdx」/, /bbbbbbbb\.mdx:3:\d+ warning/],
    ],
    ['other signs, spaces and widths', other('庁舎の　引越しの業者は、いつ決めますか？'), [/warning/, /warning/]],
    ['katakana for hiragana', other('庁舎ノ引越シノ業者ハイツ決メマスカ'), [/warning/, /warning/]],
  ],
});
