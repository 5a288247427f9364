import { draftStatuses, type DraftStatus } from '../../protocol/entry-shapes.ts';
import type { Trailer } from '../repository/objects/commit.ts';

/**
 * A draft is a branch `cms/<collection>/<slug>`. Its state stands in the last commit's trailers, so it goes wherever
 * the branch is pushed.
 */
export const draftPrefix = 'refs/heads/cms/';

export function draftReference(collection: string, slug: string): string {
  return `${draftPrefix}${collection}/${slug}`;
}

/** Collection and slug of a draft's reference or of Decap's id for it. */
export function splitDraftId(id: string): { collection: string; slug: string } {
  const slash = id.indexOf('/');
  return { collection: id.slice(0, Math.max(0, slash)), slug: id.slice(slash + 1) };
}

/** The trailers that carry a draft's state. */
export function writeState({ status, base, reviewer }: DraftState): Trailer[] {
  return [
    { key: keys.status, value: status },
    { key: keys.base, value: base },
    ...(reviewer === undefined
      ? []
      : [
          { key: keys.reviewer, value: reviewer.name },
          { key: keys.reviewerLogin, value: reviewer.login },
        ]),
  ];
}

export function readState(trailers: readonly Trailer[]): Partial<DraftState> {
  const valueOf = (key: string): string | undefined => trailers.findLast((trailer) => trailer.key === key)?.value;
  const status = draftStatuses.find((known) => known === valueOf(keys.status));
  const [base, name, login] = [valueOf(keys.base), valueOf(keys.reviewer), valueOf(keys.reviewerLogin)];
  return {
    ...(status === undefined ? {} : { status }),
    ...(base === undefined ? {} : { base }),
    ...(name === undefined || login === undefined ? {} : { reviewer: { name, login } }),
  };
}

/** A change to what was approved has to be looked at again where two people are needed. */
export function statusAfterChange(status: DraftStatus, needsSecondPerson: boolean): DraftStatus {
  return status === 'pending_publish' && needsSecondPerson ? 'pending_review' : status;
}

const keys = {
  status: 'CMS-Status',
  base: 'CMS-Base',
  reviewer: 'Reviewed-by',
  reviewerLogin: 'CMS-Reviewer',
} as const;

export interface DraftState {
  status: DraftStatus;
  /** Commit of the edited branch that the draft's other files are from. */
  base: string;
  /** Who found it ready; forgotten when the text changes. */
  reviewer?: { name: string; login: string };
}
