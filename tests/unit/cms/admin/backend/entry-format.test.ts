import { expect, it } from 'vitest';
import { createEntryFormat } from '../../../../../cms/admin/backend/entry-format.ts';
import { readRevisionHeader, writeRevisionHeader } from '../../../../../cms/admin/backend/revision-header.ts';

const format = createEntryFormat({ isYaml: false, today: '2026-11-23', order: ['id', 'question', 'group'] });

it('never writes over a file that it could not read', () => {
  const data = format.fromFile('---\nid: [1\n---\n');
  expect(data['question']).toContain('書き方が崩れて');
  expect(() => format.toFile(data)).toThrow('管理者');
});

it('hands the revision from the text that was opened to the one that is saved', () => {
  const data = format.fromFile(writeRevisionHeader('---\nid: a\ngroup: gifu\n---\n', 'abc'));
  expect(readRevisionHeader(format.toFile({ ...data, group: 'aichi' }))).toEqual({
    text: '---\nid: a\ngroup: aichi\n---\n',
    revision: 'abc',
  });
});

it('writes the keys of a new file in the order of the schema', () => {
  expect(format.toFile({ group: 'gifu', body: '文', question: '問', id: 'a', __due: 'x' })).toBe(
    '---\nid: a\nquestion: 問\ngroup: gifu\n---\n\n文\n',
  );
});
