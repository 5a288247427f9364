import { describe, expect, it } from 'vitest';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { viewFor } from '../../../src/loader/audience-view.ts';
import type { Vocabulary } from '../../../src/schema/vocabulary.ts';

const topic = (id: string, parent?: string): AnyDocument =>
  parseDocument(
    `content/topics/${id}.yaml`,
    `name: ${id}\nkana: ${id}\norder: 1\ndescription: ${id}\n${parent ? `parent: ${parent}\n` : ''}`,
    'topics',
  ) as AnyDocument;

const qa = (
  id: string,
  topics: string[],
  audience: 'public' | 'members',
  { isWithdrawn = false, text = '回答です。' } = {},
): AnyDocument =>
  parseDocument(
    `content/qa/gifu/${id}.mdx`,
    `---
id: ${id}
question: どのようにすればよいですか。
summary: このようにします。
answers:
  - by: { kind: city, population: from-50k, prefecture: gifu }
    date: 2026-01-06
    text: ${JSON.stringify(text)}
topics: [${topics.join(', ')}]
group: gifu
asked: 2026-01-05
status: ${isWithdrawn ? 'withdrawn\nwithdrawn: { date: 2026-02-03 }' : 'current'}
reviewBy: 2027-01-06
audience: ${audience}
provenance: sample
---
`,
    'qa',
  ) as AnyDocument;

describe('topics', () => {
  const topics = [
    topic('parks'),
    topic('trees', 'parks'),
    topic('ponds', 'parks'),
    topic('roads'),
    topic('signs', 'roads'),
    topic('empty'),
  ];
  const shown = (...qas: AnyDocument[]) => {
    const view = viewFor('public', [...topics, ...qas]);
    return topics.filter((document) => view.mayRead(document)).map(({ id }) => id);
  };

  it('stay though nobody has an entry, for that tells nothing', () => {
    expect(shown()).toEqual(topics.map(({ id }) => id));
  });

  it.each([
    [
      'goes where members alone have an entry',
      [qa('aaaaaa', ['trees'], 'members'), qa('bbbbbb', ['ponds'], 'public')],
      ['parks', 'ponds', 'roads', 'signs', 'empty'],
    ],
    [
      'goes with the one above it and those beside it, which have no entry',
      [qa('aaaaaa', ['trees'], 'members')],
      ['roads', 'signs', 'empty'],
    ],
    ['takes those below it along', [qa('aaaaaa', ['roads'], 'members')], ['parks', 'trees', 'ponds', 'empty']],
    [
      'stays above one that others may read',
      [qa('aaaaaa', ['roads'], 'members'), qa('bbbbbb', ['signs'], 'public')],
      topics.map(({ id }) => id),
    ],
    [
      'stays where both have one',
      [qa('aaaaaa', ['empty'], 'members'), qa('bbbbbb', ['empty'], 'public')],
      topics.map(({ id }) => id),
    ],
    [
      'stays where a withdrawn entry names it, whose page does',
      [qa('aaaaaa', ['empty'], 'members'), qa('bbbbbb', ['empty'], 'public', { isWithdrawn: true })],
      topics.map(({ id }) => id),
    ],
    [
      'goes where only a withdrawn entry of members names it',
      [qa('aaaaaa', ['empty'], 'members', { isWithdrawn: true })],
      topics.map(({ id }) => id).filter((id) => id !== 'empty'),
    ],
  ])('one %s', (_name, qas, expected) => {
    expect(shown(...qas)).toEqual(expected);
  });

  it('are all there for members', () => {
    const view = viewFor('members', [...topics, qa('aaaaaa', ['roads'], 'members')]);
    expect(topics.every((document) => view.mayRead(document))).toBe(true);
  });
});

describe('words', () => {
  const documents = [
    qa('aaaaaa', ['parks'], 'members', { text: '鵺の巣箱とサーバーを、ワクチンの会場で。' }),
    qa('bbbbbb', ['parks'], 'public', { text: 'ワクチンの会場で公園を。' }),
    qa('cccccc', ['parks'], 'public', { text: '鵺の巣箱と緑地を。', isWithdrawn: true }),
  ];
  const vocabulary: Vocabulary = {
    title: '公園',
    synonyms: [
      { words: ['鵺の巣箱', '巣箱', '公園'], strength: 'same' },
      { words: ['鵺の巣箱', '公園'], strength: 'same' },
      { words: ['サーバ', 'ワクチン'], to: ['公園'], strength: 'near' },
      { words: ['緑地'], to: ['鵺の巣箱', '公園'], strength: 'near' },
      { words: ['鵺の巣箱'], to: ['公園'], strength: 'near' },
      { words: ['公園'], inputOnly: ['鵺の巣箱'], strength: 'same' },
      { words: ['公園'], inputOnly: ['鵺の巣箱', '御園'], strength: 'same' },
    ],
    stop: [
      { phrases: ['鵺の', '巣箱のことで', '鵺について'], weight: 0 },
      { phrases: ['公園を', '鵺の巣箱'], weight: 0.3 },
    ],
    readings: [
      { reading: 'ぬえ', words: ['鵺'] },
      { reading: 'こうえん', words: ['公園', '鵺の巣箱'] },
    ],
  };

  const file = { collection: 'vocabulary', data: vocabulary } as AnyDocument;

  it('that stand in texts for members alone are left out, however they are spelt', () => {
    expect(viewFor('public', [...documents, file]).adaptVocabulary(vocabulary)).toEqual({
      title: '公園',
      synonyms: [
        { words: ['ワクチン'], to: ['公園'], strength: 'near' },
        { words: ['緑地'], to: ['公園'], strength: 'near' },
        { words: ['公園'], inputOnly: ['御園'], strength: 'same' },
      ],
      stop: [{ phrases: ['公園を'], weight: 0.3 }],
      readings: [{ reading: 'こうえん', words: ['公園'] }],
    });
  });

  it('are all there for members, and where members have nothing of their own', () => {
    expect(viewFor('members', [...documents, file]).adaptVocabulary(vocabulary)).toBe(vocabulary);
    expect(viewFor('public', [...documents.slice(1), file]).adaptVocabulary(vocabulary)).toEqual(vocabulary);
  });
});
