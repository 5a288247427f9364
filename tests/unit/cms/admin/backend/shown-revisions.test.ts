import { expect, it } from 'vitest';
import { createShownRevisions } from '../../../../../cms/admin/backend/shown-revisions.ts';

const moved = { oldPath: '', newPath: '' };
const listed = (revision: string) => ({
  diffs: [
    { ...moved, id: 'image', path: 'public/images/a.png', status: 'added' as const, newFile: true, binary: true },
    {
      ...moved,
      id: revision,
      path: 'content/qa/gifu/abcdefgh.mdx',
      status: 'modified' as const,
      newFile: false,
      binary: false,
    },
  ],
});

it('takes the revision that a form showed, and that of the list of drafts only if no form was opened', () => {
  const shown = createShownRevisions();
  expect(shown.revisionParam('qa/gifu/abcdefgh')).toEqual({});
  shown.listDraft('qa/gifu/abcdefgh', listed('r1'));
  expect(shown.revisionParam('qa/gifu/abcdefgh')).toEqual({ revision: 'r1' });
  shown.showDraft('qa/gifu/abcdefgh', 'r2');
  shown.listDraft('qa/gifu/abcdefgh', listed('r3'));
  expect(shown.revisionParam('qa/gifu/abcdefgh')).toEqual({ revision: 'r2' });
});

it('forgets the revisions of a draft that ended and of the published entry behind it', () => {
  const shown = createShownRevisions();
  shown.showPublished('content/qa/gifu/abcdefgh.mdx', 'p1');
  shown.showDraft('qa/gifu/abcdefgh', 'r2');
  shown.endDraft('qa/gifu/abcdefgh');
  expect(shown.revisionParam('qa/gifu/abcdefgh')).toEqual({});
  expect(shown.published('content/qa/gifu/abcdefgh.mdx')).toBeUndefined();
});
