import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundQa, yaml } from './content.ts';

const answer = soundQa.answers[0];
const withAnswer = (text: string) => qa({ answers: [{ ...answer, text }] });

expectRule('safe-mdx', {
  ok: [
    [
      'components and tables',
      {
        [qaFile]: qa({}, '## 見出し\n\n<Note title="注">\n\n本文\n\n</Note>\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n'),
      },
    ],
    ['code that shows a tag', { [qaFile]: qa({}, '`<script>` は使えません。\n\n```html\n<script>\n```\n') }],
    ['an empty body', { [qaFile]: qa({}, '') }],
    [
      'pages of maintainers',
      {
        'content/pages/about.mdx':
          '---\ntitle: 題\ndescription: 説明です\norder: 1\nupdated: "2026-11-01"\n---\nimport x from "y"\n\n{1 + 1}\n',
      },
    ],
  ],
  ng: [
    [
      'a script, at its line in the file',
      { [qaFile]: qa({}, '一行目\n\n<script>alert(1)</script>\n') },
      /aaaaaaaa\.mdx:25:1 error /,
    ],
    ['an expression in the body', { [qaFile]: qa({}, '前 {1 + 1} 後\n') }, /:23:3 error /],
    [
      'an expression in an answer, at its line and field',
      { [qaFile]: withAnswer('一行目\n\n二行 {x} 目\n') },
      /:14:10 error .*〔回答（1番目）の回答（answers\[0\]\.text）〕/,
    ],
    [
      'an expression in an answer on one line',
      { [qaFile]: qa().replace(/text: \|\n.*/, 'text: 前 {x} 後') },
      /:11:13 error .*〔回答（1番目）の回答/,
    ],
    [
      'in an answer in quotes with escapes, at least at its start',
      { [qaFile]: qa().replace(/text: \|\n.*/, 'text: "前\\n{x} 後"') },
      /:11:11 error /,
    ],
    [
      'an import in the description of an event',
      { 'content/events/exchange.yaml': yaml({ ...soundEvent, description: 'import x from "y"\n' }) },
      /〔説明（description）〕/,
    ],
    ['two places, both told', { [qaFile]: qa({}, '{a}\n\n<iframe></iframe>\n') }, [/:23:1 /, /:25:1 /]],
    ['lines of Windows', { [qaFile]: qa({}, '一行目\n\n前 {x}\n').replace(/\n/g, '\r\n') }, /:25:3 error /],
  ],
});
