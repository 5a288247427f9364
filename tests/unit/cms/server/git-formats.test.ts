import { describe, expect, it } from 'vitest';
import { shortenTitle, writeMessage } from '../../../../cms/server/entries/commit-message.ts';
import { readEntryFacts } from '../../../../cms/server/entries/entry-facts.ts';
import { parseDocument } from '../../../../src/lint/parse-document.ts';
import { formatCommit, parseCommit } from '../../../../cms/server/repository/objects/commit.ts';
import { formatTree, parseTree } from '../../../../cms/server/repository/objects/tree-object.ts';
import { readState, splitDraftId, statusAfterChange, writeState } from '../../../../cms/server/drafts/draft-state.ts';

describe('commits', () => {
  const made = {
    tree: 'a'.repeat(40),
    parents: ['b'.repeat(40)],
    author: { name: '岐阜<花子>\n', mail: 'hanako@example.jp' },
  };

  it('come back as they were written, and no name can end its line', () => {
    const message = writeMessage(
      '質問を更新：題\n\nCMS-Status: pending_publish',
      writeState({ status: 'draft', base: 'c'.repeat(40), reviewer: { name: '次郎\nCMS-Status: x', login: 'jiro' } }),
    );
    const commit = parseCommit('d'.repeat(40), formatCommit({ ...made, message }, new Date(1_000_000)));
    expect(commit).toMatchObject({
      tree: made.tree,
      parents: made.parents,
      author: { name: '岐阜 花子', mail: 'hanako@example.jp', when: '1970-01-01T00:16:40.000Z' },
    });
    expect(readState(commit.trailers)).toEqual({
      status: 'draft',
      base: 'c'.repeat(40),
      reviewer: { name: '次郎 CMS-Status: x', login: 'jiro' },
    });
  });

  it('carry no state if nobody wrote one', () => {
    const commit = parseCommit(
      'd'.repeat(40),
      formatCommit({ ...made, message: 'CMS-Status: published\n\nJust a text.\n' }, new Date()),
    );
    expect(readState(commit.trailers)).toEqual({});
  });
});

it('reads trees with names in any encoding, and writes them in the order that Git wants', () => {
  const bytes = Buffer.concat([
    Buffer.from('100644 a b\0'),
    Buffer.alloc(20, 1),
    Buffer.from('40000 \xff\0', 'latin1'),
    Buffer.alloc(20, 2),
  ]);
  const sorted = [
    ['100644', 'a-b'],
    ['40000', 'a'],
    ['100644', 'a0'],
    ['100644', '\xff'],
  ].map(([mode = '', name = '']) => ({ mode, name, id: '03'.repeat(20) }));
  expect(parseTree(formatTree(sorted.toReversed()), 20)).toEqual(sorted);
  expect(formatTree(parseTree(bytes, 20))).toEqual(bytes);
  expect(parseTree(bytes, 20)).toEqual([
    { mode: '100644', name: 'a b', id: '01'.repeat(20) },
    { mode: '40000', name: '\xff', id: '02'.repeat(20) },
  ]);
});

it('shortens titles by characters, not by halves of them', () => {
  expect(shortenTitle('𠮷'.repeat(41))).toBe(`${'𠮷'.repeat(40)}…`);
  expect(shortenTitle('庁舎の\n移転')).toBe('庁舎の 移転');
});

it('tells the parts of a draft’s name apart', () => {
  expect(splitDraftId('qa/gifu/abcd2345')).toEqual({ collection: 'qa', slug: 'gifu/abcd2345' });
  expect(splitDraftId('qa')).toEqual({ collection: '', slug: 'qa' });
});

it('sends back what was approved when it changes, where two people are needed', () => {
  expect(statusAfterChange('pending_publish', true)).toBe('pending_review');
  expect(statusAfterChange('pending_publish', false)).toBe('pending_publish');
  expect(statusAfterChange('draft', true)).toBe('draft');
});

describe('what an entry says about itself', () => {
  it.each([
    [
      'content/qa/gifu/a.mdx',
      'qa',
      '---\nquestion: 題\ngroup: aichi\n---\n本文',
      { title: '題', groups: ['gifu', 'aichi'] },
    ],
    [
      'content/groups/gifu.yaml',
      'groups',
      'groupName: 岐阜県人会\nname: 岐阜県',
      { title: '岐阜県人会', groups: ['gifu'] },
    ],
    ['content/events/a.yaml', 'events', 'title: 催し', { title: '催し', groups: [] }],
    ['content/pride/a.yaml', 'pride', 'title: 祭り\ngroup: oita', { title: '祭り', groups: ['oita'] }],
    ['content/topics/a.yaml', 'topics', 'name: 話題\ngroup: gifu', { title: '話題', groups: [] }],
    ['content/qa/gifu/a.mdx', 'qa', 'no front matter', { title: 'a', groups: ['gifu'] }],
    ['content/events/a.yaml', 'events', ': : [', { title: 'a', groups: [] }],
  ] as const)('%s %s', (path, collection, text, facts) => {
    expect(readEntryFacts(path, collection, text)).toEqual(facts);
  });

  const plain = '---\nquestion: 題\ngroup: aichi\n---\n\n上\n\n---\n\n下\n';
  it.each([
    ['lines of Windows', plain.replace(/\n/g, '\r\n')],
    ['a byte order mark', `\uFEFF${plain}`],
    ['spaces behind the dashes', plain.replace('---\n', '---  \n').replace('aichi\n---', 'aichi\n---\t')],
    ['dashes inside a text', plain.replace('題', '前 --- 後')],
    ['dashes at the start of a line in a text', plain.replace('題', '|\n  ---\n  後')],
    ['nothing behind it', '---\nquestion: 題\ngroup: aichi\n---'],
    ['no fields', '---\n---\n本文\n'],
    ['no end', '---\nquestion: 題\ngroup: aichi\n'],
    ['an empty line before it', `\n${plain}`],
    ['a name twice', plain.replace('group', 'question: 別\ngroup')],
  ])('is what the check reads: %s', (_name, text) => {
    const file = 'content/qa/gifu/a.mdx';
    const { value, faults } = parseDocument(file, text, 'qa');
    const read = faults.length > 0 ? {} : (value as { question?: string; group?: string });
    expect(readEntryFacts(file, 'qa', text)).toEqual({
      title: read.question ?? 'a',
      groups: read.group === undefined ? ['gifu'] : ['gifu', read.group],
    });
  });
});
