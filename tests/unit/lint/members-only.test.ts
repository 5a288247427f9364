import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundGroup, soundQa, soundTopic, yaml } from './content.ts';

const answer = soundQa.answers[0];
const secret = {
  'content/qa/gifu/bbbbbbbb.mdx': qa({
    id: 'bbbbbbbb',
    question: '会員だけが読む質問はどう書けばよいですか。',
    audience: 'members',
    redirectFrom: ['/q/oldoldold/', '/archive/secret/'],
  }),
  'content/events/inside.yaml': yaml({ ...soundEvent, audience: 'members' }),
};
const page = (body: string) => ({
  'content/pages/about.mdx': `---\ntitle: 題\ndescription: 説明です。\norder: 1\nupdated: 2026-11-01\n---\n\n${body}`,
});
const eventFile = 'content/events/outside.yaml';
const toQa =
  /error リンク先「\/q\/bbbbbbbb.*」は会員限定です。公開サイトを読む人は開けないため、公開のページに変えるか、消してください。/;

expectRule('members-only', {
  ok: [
    [
      'members among themselves',
      {
        ...secret,
        [qaFile]: qa({ audience: 'members', related: ['bbbbbbbb'] }, '[質問](/q/bbbbbbbb/)と[催し](/events/inside/)\n'),
      },
    ],
    [
      'members who lead outside',
      {
        ...secret,
        [eventFile]: yaml(soundEvent),
        'content/events/inside.yaml': yaml({ ...soundEvent, audience: 'members', description: '[質問](/q/aaaaaaaa/)' }),
      },
    ],
    [
      'what everybody may read',
      {
        ...secret,
        [eventFile]: yaml(soundEvent),
        [qaFile]: qa({}, '[催し](/events/outside/)、[自分](/q/aaaaaaaa/)\n'),
      },
    ],
    [
      'an id that only begins like one',
      { ...secret, [qaFile]: qa({}, '[資料](https://www.example.jp/q/bbbbbbbbb/)\n') },
    ],
    ['the letters alone', { ...secret, [qaFile]: qa({}, '合言葉はbbbbbbbbです。insideも同じです。\n') }],
  ],
  ng: [
    [
      'a related question',
      { ...secret, [qaFile]: qa({ related: ['bbbbbbbb'] }) },
      /error 関連する質問「bbbbbbbb」は会員限定です。.*〔関連する質問（1番目）（related\[0\]）〕/,
    ],
    ['a link in the text', { ...secret, [qaFile]: qa({}, '一行目\n\n[こちら](/q/bbbbbbbb/#a1)\n') }, /:25:7 error/],
    [
      'a link in an answer',
      { ...secret, [qaFile]: qa({ answers: [{ ...answer, text: '[こちら](/q/bbbbbbbb/)\n' }] }) },
      /〔回答（1番目）の回答/,
    ],
    ['a mention', { ...secret, [qaFile]: qa({}, '/q/bbbbbbbb/ を見てください。\n') }, toQa],
    ['a mention in code', { ...secret, [qaFile]: qa({}, '`/q/bbbbbbbb/`\n') }, toQa],
    ['a mention in a field', { ...secret, [qaFile]: qa({ summary: '詳しくは/q/bbbbbbbb/へ。' }) }, toQa],
    ['a comment of a file', { ...secret, [qaFile]: qa().replace('id:', '# /q/bbbbbbbb/\nid:') }, toQa],
    [
      'a full address',
      {
        ...secret,
        [qaFile]: qa({ sources: [{ title: '質問', url: 'https://kenjinkai.example.jp/knowledge/q/bbbbbbbb/' }] }),
      },
      toQa,
    ],
    ['the edition as Markdown', { ...secret, [qaFile]: qa({}, '[本文](/q/bbbbbbbb.md)\n') }, toQa],
    ['a relative link', { ...secret, [qaFile]: qa({}, '[こちら](../bbbbbbbb/)\n') }, toQa],
    ['a link in percent signs', { ...secret, [qaFile]: qa({}, '[こちら](/q/%62bbbbbbb/)\n') }, toQa],
    ['a link in character references', { ...secret, [qaFile]: qa({}, '[こちら](/q/&#98;bbbbbbb/)\n') }, toQa],
    ['a definition', { ...secret, [qaFile]: qa({}, '[こちら][a]\n\n[a]: ./../bbbbbbbb/\n') }, toQa],
    [
      'a former address',
      { ...secret, [qaFile]: qa({}, '[こちら](/q/oldoldold/)\n') },
      /リンク先「\/q\/oldoldold」は会員限定/,
    ],
    [
      'a former address of another form',
      { ...secret, [qaFile]: qa({}, '[こちら](/archive/secret/)\n') },
      /リンク先「\/archive\/secret\/」は会員限定/,
    ],
    [
      'an event',
      { ...secret, [qaFile]: qa({}, '[催し](/events/inside/)\n') },
      /リンク先「\/events\/inside」は会員限定/,
    ],
    [
      'the calendar of an event',
      { ...secret, [qaFile]: qa({}, '[予定](/events/inside/event.ics)\n') },
      /リンク先「\/events\/inside」は会員限定/,
    ],
    ['from an event', { ...secret, [eventFile]: yaml({ ...soundEvent, description: '[質問](/q/bbbbbbbb/)' }) }, toQa],
    [
      'from a topic',
      { ...secret, 'content/topics/office.yaml': yaml({ ...soundTopic, description: '/q/bbbbbbbb/ を参照。' }) },
      toQa,
    ],
    [
      'from a group',
      { ...secret, 'content/groups/gifu.yaml': yaml({ ...soundGroup, introduction: 'まず /q/bbbbbbbb/ へ。' }) },
      toQa,
    ],
    ['from a page', { ...secret, ...page('[質問](/q/bbbbbbbb/)\n') }, toQa],
    ['from a page, relative', { ...secret, ...page('[質問](../../q/bbbbbbb%62/)\n') }, toQa],
    [
      'from a pride',
      {
        ...secret,
        'content/pride/a.yaml': yaml({
          title: '朝市',
          group: 'gifu',
          place: '高山市',
          kind: 'food',
          summary: '朝の市です。',
          text: '[質問](/q/bbbbbbbb/)',
          provenance: 'sample',
        }),
      },
      toQa,
    ],
  ],
});
