import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';

const topicFile = 'content/topics/office.yaml';
const withLine = (line: string) => qa().replace('---\n', `---\n${line}\n`);

expectRule('front-matter', {
  ok: [
    ['plain', { [qaFile]: qa() }],
    ['lines of Windows', { [qaFile]: qa().replace(/\n/g, '\r\n') }],
    ['a byte order mark', { [qaFile]: `\ufeff${qa()}` }],
    ['spaces behind the dashes', { [qaFile]: qa().replace(/^---$/gm, '---  ') }],
    ['a rule in the body', { [qaFile]: qa({}, '上\n\n---\n\n下\n') }],
    ['dashes inside a text', { [qaFile]: qa({ summary: '前 --- 後ろです' }) }],
    ['marks of YAML inside a block of text', { [qaFile]: qa({ summary: '& や * や ! で始まる言葉' }) }],
    [
      'bold at the start of a block of text',
      {
        [qaFile]: qa({
          answers: [
            {
              by: { kind: 'city', population: 'unknown', prefecture: 'gifu' },
              date: '2026-05-20',
              text: '**太字**です。\n* 箇条書き\n&copy;\n',
            },
          ],
        }),
      },
    ],
    ['a comment', { [qaFile]: withLine('# 控え') }],
  ],
  ng: [
    ['no front matter', { [qaFile]: '本文だけ\n' }, /aaaaaaaa\.mdx:1:1 error .*「---」/],
    ['front matter that never ends', { [qaFile]: qa().replace(/\n---\n/, '\n') }, /「---」だけの行/],
    ['an empty file', { [qaFile]: '' }, /先頭の項目欄/],
    [
      'a full-width colon',
      { [qaFile]: qa().replace('group: gifu', 'group：gifu') },
      /aaaaaaaa\.mdx:\d+:\d+ error .*全角です.*半角の「: 」/,
    ],
    [
      'a colon inside a plain text',
      { [qaFile]: qa().replace('summary: ', 'summary: 注意: ') },
      /:4:\d+ error .*「"」で囲んで/,
    ],
    ['a field twice', { [qaFile]: withLine('group: nagano') }, /error 同じ項目が二度/],
    ['a tab', { [qaFile]: qa().replace('    population', '\tpopulation') }, /:8:1 error 行の始めにタブがあります/],
    ['an open quote', { [qaFile]: qa().replace('status: current', 'status: "current') }, /閉じる記号/],
    [
      'two mistakes on lines in a row, both told',
      { [qaFile]: qa().replace('question: ', 'question：').replace('summary: ', 'summary: 注意: ') },
      [/:3:\d+ error .*全角です/, /:4:\d+ error .*途中に「: 」/],
    ],
    [
      'two mistakes far from each other, both told',
      { [qaFile]: qa().replace('group: gifu', 'group：gifu').replace('summary: ', 'summary: 注意: ') },
      [/:4:\d+ error .*〔〕/, /:15:\d+ error .*全角です/],
    ],
    [
      'an anchor and an alias',
      {
        [topicFile]: yaml(soundTopic)
          .replace('name: ', 'name: &a ')
          .replace(/kana: .*/, 'kana: *a'),
      },
      [/:1:\d+ error .*「&」/, /:2:\d+ error .*「\*」/],
    ],
    [
      'aliases of aliases',
      { [topicFile]: 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n' },
      [/:1:/, /:2:/, /:2:/, /:2:/, /:3:/, /:3:/],
    ],
    ['a tag', { [topicFile]: yaml(soundTopic).replace('order: ', 'order: !!str ') }, /:3:\d+ error .*「!+」/],
    ['a private tag', { [topicFile]: yaml(soundTopic).replace('name: ', 'name: !x ') }, /:1:\d+ error .*「!」/],
    ['a directive', { [topicFile]: `%YAML 1.1\n---\n${yaml(soundTopic)}` }, /:1:1 error .*「%」/],
    ['two documents', { [topicFile]: `${yaml(soundTopic)}---\n${yaml(soundTopic)}` }, /一つのファイルには一件/],
  ],
});
