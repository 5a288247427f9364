import { describe, expect, it } from 'vitest';
import { CmsError } from '../../../../../cms/admin/backend/cms-error.ts';
import type { TextConflict, Finding } from '../../../../../cms/protocol/entry-shapes.ts';
import { AlreadyReported } from '../../../../../cms/admin/messages/plain-error.ts';
import { createSaver, SaveCancelled, type AskEditor } from '../../../../../cms/admin/backend/save-entry.ts';
import { writeRevisionHeader } from '../../../../../cms/admin/backend/revision-header.ts';
import type { Client } from '../../../../../cms/admin/backend/client.ts';

const path = 'content/qa/gifu/abcdefgh.mdx';
const entry = (raw: string, newEntry = false) => ({
  slug: 'gifu/abcdefgh',
  path,
  raw,
  move: () => undefined,
  assets: [],
  options: { collectionName: 'qa', useWorkflow: true, status: 'draft' as const, newEntry },
});
const conflict: TextConflict = {
  kind: 'save',
  path,
  where: 'draft',
  who: '花子',
  when: '2026-07-03T01:32:05.000Z',
  base: null,
  theirs: { revision: 'r9', text: 'theirs' },
  yours: { text: 'mine' },
  merged: 'both',
};
const finding: Finding = {
  path,
  rule: 'personal-information/phone',
  field: null,
  line: 1,
  column: 1,
  message: '電話',
  severity: 'error',
  privacy: true,
  overridable: true,
};

describe('a save', () => {
  it('says which revision it began from, and what came of it the next time', async () => {
    const { saver, sent } = prepare([{ revisions: { [path]: 'r2' } }, { revisions: { [path]: 'r3' } }]);
    await saver.save(entry(writeRevisionHeader('one', 'r1')));
    await saver.save(entry(writeRevisionHeader('two', 'r1')));
    expect(sent.map(({ dataFiles: [file] }) => [file?.raw, file?.revision])).toEqual([
      ['one', 'r1'],
      ['two', 'r2'],
    ]);
  });

  it('forgets what it saved once the entry is read anew', async () => {
    const { saver, sent } = prepare([{ revisions: { [path]: 'r2' } }, { revisions: { [path]: 'r3' } }]);
    await saver.save(entry(writeRevisionHeader('one', 'r1')));
    saver.opened(path, 'r1');
    await saver.save(entry(writeRevisionHeader('two', 'r1')));
    expect(sent[1]?.dataFiles[0]?.revision).toBe('r1');
  });

  it('of a new file has no revision, even if it was copied from another', async () => {
    const { saver, sent } = prepare([{ revisions: {} }]);
    await saver.save(entry(writeRevisionHeader('copy', 'r1'), true));
    expect(sent[0]?.dataFiles[0]?.revision).toBeNull();
  });

  it('that meets another goes on with the text that the editor chose', async () => {
    const { saver, sent, asked } = prepare(
      [new CmsError(409, { error: '', code: 'conflict', conflict }), { revisions: { [path]: 'r10' } }],
      { text: 'both', resolution: 'merge' },
    );
    await saver.save(entry(writeRevisionHeader('mine', 'r1')));
    expect(sent[1]?.dataFiles[0]).toMatchObject({ raw: 'both', revision: 'r9', resolution: 'merge' });
    expect(asked).toEqual(['conflict', 'anew']);
  });

  it('stops when the editor goes back', async () => {
    const { saver, sent } = prepare([new CmsError(409, { error: '', code: 'conflict', conflict })]);
    await expect(saver.save(entry(writeRevisionHeader('mine', 'r1')))).rejects.toThrow(SaveCancelled);
    expect(sent).toHaveLength(1);
  });

  it('hands on the sentence about an image whose name is taken', async () => {
    const taken = { kind: 'image', path: 'public/images/a.png' } as const;
    const { saver, asked } = prepare([
      new CmsError(409, { error: '同じ名前の別の画像があります。', code: 'conflict', conflict: taken }),
    ]);
    await expect(saver.save(entry(writeRevisionHeader('a', 'r1')))).rejects.toThrow('同じ名前の別の画像');
    expect(asked).toEqual([]);
  });

  it('asks once for the reason why something personal may stand', async () => {
    const refusal = new CmsError(422, { error: '', code: 'content', findings: [finding] });
    const { saver, sent, asked } = prepare([refusal, { revisions: {} }]);
    await saver.save(entry(writeRevisionHeader('a', 'r1')));
    expect(sent[1]?.options['privacyReason']).toBe('公開の番号');
    expect(asked).toEqual(['reason']);
  });

  it('only tells what cannot be overridden', async () => {
    const { saver, asked } = prepare([
      new CmsError(422, { error: '', code: 'content', findings: [finding, { ...finding, overridable: false }] }),
    ]);
    await expect(saver.save(entry(writeRevisionHeader('a', 'r1')))).rejects.toThrow(AlreadyReported);
    expect(asked).toEqual(['findings']);
  });
});

it('publishes over a change of the published side only with the text that was chosen', async () => {
  const publishConflict: TextConflict = { ...conflict, kind: 'publish', yours: { revision: 'd1', text: 'draft' } };
  const { saver, sent } = prepare(
    [new CmsError(409, { error: '', code: 'conflict', conflict: publishConflict }), { revisions: {} }, {}],
    { text: 'both', resolution: 'merge' },
  );
  await saver.publish('qa', 'gifu/abcdefgh', { revision: 'd1' });
  expect(sent[0]).toMatchObject({ revision: 'd1' });
  expect(sent[1]?.dataFiles[0]).toMatchObject({ raw: 'both', revision: 'd1', mainRevision: 'r9' });
  expect(sent).toHaveLength(3);
});

it('does not publish a draft that was not read', async () => {
  const unseen: TextConflict = { ...conflict, kind: 'unseen' };
  const { saver, asked } = prepare([
    new CmsError(409, { error: '開き直して、確かめてください。', code: 'conflict', conflict: unseen }),
  ]);
  await expect(saver.publish('qa', 'gifu/abcdefgh', { revision: 'd1' })).rejects.toThrow('開き直して');
  expect(asked).toEqual([]);
});

function prepare(answers: unknown[], choice?: { text: string; resolution: 'overwrite' | 'merge' }) {
  const sent: { dataFiles: Record<string, unknown>[]; options: Record<string, unknown> }[] = [];
  const asked: string[] = [];
  const client = {
    act: (_action: string, params: object) => {
      sent.push(structuredClone(params) as (typeof sent)[number]);
      const answer = answers.shift();
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ path, warnings: [], ...(answer as object) });
    },
  } as unknown as Client;
  const ask: AskEditor = {
    aboutConflict: async () => (asked.push('conflict'), choice),
    aboutFindings: async () => void asked.push('findings'),
    forPrivacyReason: async () => (asked.push('reason'), '公開の番号'),
    showWarnings: () => void asked.push('warnings'),
    showAnew: () => void asked.push('anew'),
  };
  return { saver: createSaver(client, ask), sent, asked };
}
