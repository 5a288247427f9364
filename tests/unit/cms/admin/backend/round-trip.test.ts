import { EditorState } from '@codemirror/state';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyChanges, readFile } from '../../../../../cms/admin/backend/apply-changes.ts';
import { createEntryFormat } from '../../../../../cms/admin/backend/entry-format.ts';
import { readRevisionHeader, writeRevisionHeader } from '../../../../../cms/admin/backend/revision-header.ts';

const folder = 'tests/fixtures/round-trip';
const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
const format = createEntryFormat({ isYaml: false, today: '2026-11-23' });

it('is a corpus of every construct', () => expect(files.length).toBeGreaterThanOrEqual(40));

describe.each(files)('%s', (name) => {
  const source = readFileSync(path.join(folder, name), 'utf8');

  it('comes back byte for byte when nothing was changed', () => {
    const data = throughForm(format.fromFile(writeRevisionHeader(source, 'a1')));
    expect(readRevisionHeader(format.toFile(data))).toEqual({ text: source, revision: 'a1' });
  });

  it('changes the line of a changed word alone', () => {
    const { fields, body } = readFile(source, false);
    for (const edit of listEdits(fields, body)) {
      expect(changedLines(source, applyChanges(source, edit.fields, edit.body)), edit.what).toBeLessThanOrEqual(1);
    }
  });

  it('holds what the form holds after any change', () => {
    const { fields, body } = readFile(source, false);
    const next = {
      ...fields,
      question: '短い: "問い" # です',
      topics: ['tax', 'dx', 'window'],
      months: [1, 12],
      aliases: ['- 印', '"引用"', 'a: b'],
      sources: [{ title: '出典: 一', url: 'https://example.jp/' }],
    };
    const { fields: read } = readFile(applyChanges(source, next, body), false);
    expect(read).toEqual({ ...next });
  });
});

/** As Decap's store and the text editor hand values on. */
function throughForm(data: Record<string, unknown>): Record<string, unknown> {
  const copy = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  return { ...copy, body: EditorState.create({ doc: String(copy['body'] ?? '') }).doc.toString() };
}

function listEdits(
  fields: Record<string, unknown>,
  body: string | undefined,
): { what: string; fields: Record<string, unknown>; body: string | undefined }[] {
  const edits = ['question', 'summary'].map((key) => ({
    what: key,
    fields: { ...fields, [key]: `${String(fields[key])}変更` },
    body,
  }));
  const answers = fields['answers'] as { text: string }[];
  for (const [index, line] of (answers[0]?.text ?? '').split('\n').entries()) {
    if (line === '') continue;
    const lines = (answers[0]?.text ?? '').split('\n');
    lines[index] = `${line}変更`;
    edits.push({
      what: `answer, line ${index}`,
      fields: {
        ...fields,
        answers: answers.map((answer, at) => (at === 0 ? { ...answer, text: lines.join('\n') } : answer)),
      },
      body,
    });
  }
  for (const [index, line] of (body ?? '').split('\n').entries()) {
    if (line === '') continue;
    const lines = (body ?? '').split('\n');
    lines[index] = `変更${line}`;
    edits.push({ what: `body, line ${index}`, fields, body: lines.join('\n') });
  }
  edits.push(
    { what: 'status', fields: { ...fields, status: 'outdated' }, body },
    { what: 'review', fields: { ...fields, reviewBy: '2028-05-01' }, body },
  );
  return edits;
}

function changedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.length === now.length ? old.filter((line, index) => line !== now[index]).length : Number.POSITIVE_INFINITY;
}
