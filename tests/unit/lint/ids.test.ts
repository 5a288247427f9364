import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundGroup, soundTopic, yaml } from './content.ts';

expectRule('ids', {
  ok: [
    ['file, id, folder and group agree', { 'content/qa/nagano/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb', group: 'nagano' }) }],
    ['events are named as one likes', { 'content/events/2026-spring-tour.yaml': yaml(soundEvent) }],
    ['the same name in two collections', { 'content/topics/gifu.yaml': yaml(soundTopic) }],
  ],
  ng: [
    [
      'a name of 101 letters',
      { [`content/topics/${'a'.repeat(101)}.yaml`]: yaml(soundTopic) },
      /「a{20}…」が長すぎます。100文字以下の名前に/,
    ],
    ...['con', 'nul', 'index', '404', '500', 'com1'].map((name): [string, Record<string, string>, RegExp] => [
      name,
      { [`content/events/${name}.yaml`]: yaml(soundEvent) },
      /はコンピューターが別の意味に使うため、付けられません。別の名前に/,
    ]),
    ['another id', { [qaFile]: qa({ id: 'bbbbbbbb' }) }, /:2:5 error IDがファイル名と違います.*「bbbbbbbb\.mdx」/],
    [
      'another group',
      { [qaFile]: qa({ group: 'nagano' }) },
      /error 都道府県人会とフォルダーが違います.*content\/qa\/nagano\//,
    ],
    ['a folder too deep', { 'content/qa/gifu/old/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb' }) }, /フォルダーが違います/],
    ['no folder', { 'content/qa/bbbbbbbb.mdx': qa({ id: 'bbbbbbbb' }) }, /フォルダーが違います/],
    [
      'the same id in two folders',
      { 'content/qa/nagano/aaaaaaaa.mdx': qa({ group: 'nagano' }) },
      [
        /gifu\/aaaaaaaa.*「content\/qa\/nagano\/aaaaaaaa\.mdx」と同じ/,
        /nagano\/aaaaaaaa.*「content\/qa\/gifu\/aaaaaaaa\.mdx」と同じ/,
      ],
    ],
    [
      'the same id under another file name',
      { 'content/qa/gifu/bbbbbbbb.mdx': qa() },
      [/と同じ/, /ファイル名と違います/, /と同じ/],
    ],
    [
      'no prefecture',
      { 'content/groups/gihu.yaml': yaml({ ...soundGroup, code: '22' }) },
      /都道府県のローマ字ではありません/,
    ],
    [
      'the code and name of another prefecture',
      { 'content/groups/nagano.yaml': yaml({ ...soundGroup, neighbours: ['gifu'] }) },
      [
        /gifu\.yaml.*コードが「content\/groups\/nagano/,
        /nagano\.yaml:1:\d+ error 都道府県コードがファイル名と合いません.*"20"/,
        /nagano\.yaml.*と同じ/,
        /nagano\.yaml:2:\d+ error 都道府県名がファイル名と合いません.*長野県/,
      ],
    ],
    ['a name that is no address', { 'content/events/交流会.yaml': yaml(soundEvent) }, /アドレスに使えません/],
    ['a topic in a folder', { 'content/topics/sub/paper.yaml': yaml(soundTopic) }, /一つ上のフォルダー/],
  ],
});
