import { addMonths } from '../../../src/strings/days.ts';
import { applyChanges, readFile } from '../backend/apply-changes.ts';
import type { Client } from '../backend/client.ts';
import { entryKey } from '../backend/entry-path.ts';
import { CmsError } from '../backend/cms-error.ts';

/**
 * Moves a Q&A's review a year on from today and publishes that, or leaves it for review where the editor may not
 * publish. Nothing is done where a draft of it is under way, for the draft is where the change belongs.
 */
export async function confirmStillRight(
  client: Client,
  { path, slug, today }: { path: string; slug: string; today: string },
): Promise<Confirmed> {
  const drafts = await client.act('unpublishedEntries', {});
  if (drafts.some((id) => entryKey(id) === entryKey(`qa/${slug}`))) return { kind: 'has-draft' };
  const { data, revision } = await client.act('getEntry', { path });
  if (data === null) return { kind: 'gone' };
  const raw = moveReview(data, today);
  const save = (useWorkflow: boolean) =>
    client.act('persistEntry', {
      dataFiles: [{ slug, path, raw, revision }],
      assets: [],
      options: {
        collectionName: 'qa',
        useWorkflow,
        newEntry: false,
        ...(useWorkflow ? { status: 'pending_review' as const } : {}),
      },
    });
  try {
    await save(false);
    return { kind: 'published', reviewBy: addMonths(today, 12) };
  } catch (error) {
    if (!(error instanceof CmsError) || error.status !== 403) throw error;
    await save(true);
    return { kind: 'in-review', reviewBy: addMonths(today, 12) };
  }
}

/** The file with a review date a year from today; what only waited for a look is current again. */
export function moveReview(source: string, today: string): string {
  const { fields, body } = readFile(source, false);
  return applyChanges(
    source,
    {
      ...fields,
      reviewBy: addMonths(today, 12),
      ...(fields['status'] === 'needs-review' ? { status: 'current' } : {}),
    },
    body,
  );
}

export type Confirmed =
  { kind: 'has-draft' } | { kind: 'gone' } | { kind: 'published' | 'in-review'; reviewBy: string };
