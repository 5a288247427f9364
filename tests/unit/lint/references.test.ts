import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundGroup, soundTopic, yaml } from './content.ts';

const other = 'content/qa/gifu/bbbbbbbb.mdx';
const otherQa = (changes = {}) =>
  qa({ id: 'bbbbbbbb', question: '電話とLANはいつ切り替えればよいですか。', ...changes });

expectRule('references', {
  ok: [
    ['topics and related ones that exist', { [qaFile]: qa({ related: ['bbbbbbbb'] }), [other]: otherQa() }],
    ['related in one direction only', { [qaFile]: qa({ related: ['bbbbbbbb'] }), [other]: otherQa({ related: [] }) }],
    ['an event without group', { 'content/events/all.yaml': yaml({ ...soundEvent, group: undefined }) }],
    [
      'a neighbour whose page is not there yet',
      { 'content/groups/gifu.yaml': yaml({ ...soundGroup, neighbours: ['nagano', 'aichi'] }) },
    ],
  ],
  ng: [
    [
      'an unknown topic',
      { [qaFile]: qa({ topics: ['office-moving'] }) },
      /error 話題「office-moving」がありません。.*〔話題（1番目）（topics\[0\]）〕/,
    ],
    [
      'a slip in a topic',
      { [qaFile]: qa({ topics: ['office', 'ofice-move'] }) },
      /「office-move」の間違いかもしれません.*〔話題（2番目）/,
    ],
    ['the Japanese name of a topic', { [qaFile]: qa({ topics: ['庁舎・移転'] }) }, /「office」の間違いかもしれません/],
    ['a topic twice', { [qaFile]: qa({ topics: ['office', 'office'] }) }, /warning 話題「office」が二度/],
    [
      'a dangling related one',
      { [qaFile]: qa({ related: ['zzzzzzzz'] }) },
      /error 関連する質問「zzzzzzzz」がありません/,
    ],
    [
      'a slip in a related one',
      { [qaFile]: qa({ related: ['bbbbbbbc'] }), [other]: otherQa() },
      /「bbbbbbbb」の間違いかもしれません/,
    ],
    ['itself', { [qaFile]: qa({ related: ['aaaaaaaa'] }) }, /error 関連する質問に自分自身/],
    [
      'a withdrawn one',
      {
        [qaFile]: qa({ related: ['bbbbbbbb'] }),
        [other]: otherQa({ status: 'withdrawn', withdrawn: { date: '2026-10-01' } }),
      },
      /warning .*取り下げられています/,
    ],
    [
      'a group without page',
      { 'content/events/x.yaml': yaml({ ...soundEvent, group: 'aichi' }) },
      /「content\/groups\/aichi\.yaml」を作って/,
    ],
    [
      'an unknown topic above',
      { 'content/topics/new.yaml': yaml({ ...soundTopic, parent: 'offise' }) },
      /上の話題「offise」がありません。「office」の間違い/,
    ],
    ['itself above', { 'content/topics/new.yaml': yaml({ ...soundTopic, parent: 'new' }) }, /上の話題に自分自身/],
    [
      'three levels',
      { 'content/topics/new.yaml': yaml({ ...soundTopic, parent: 'office-move' }) },
      /三段になっています.*「office」にして/,
    ],
    [
      'a neighbour that does not answer',
      { 'content/groups/aichi.yaml': yaml({ ...soundGroup, code: '23', name: '愛知県', neighbours: ['gifu'] }) },
      /aichi\.yaml.*「content\/groups\/gifu\.yaml」に加えるか/,
    ],
    [
      'itself as neighbour',
      { 'content/groups/gifu.yaml': yaml({ ...soundGroup, neighbours: ['nagano', 'gifu'] }) },
      /隣の都道府県に自分自身/,
    ],
    ['even where another field is wrong', { [qaFile]: qa({ foo: 1, topics: ['none'] }) }, /話題「none」がありません/],
  ],
});
