import type { DraftStatus } from '../../protocol/entry-shapes.ts';
import type { Person } from '../access/person.ts';
import { HttpError } from '../messages/http-error.ts';
import { permissionMessages, type Removal } from './permission-messages.ts';
import { mayDeleteDraft, mayManageMedia, mayPublish } from './permissions.ts';

/**
 * Each throws 403 with a message that names who has the right, unless the person has it. `groups` are those that answer
 * for the entry, `isSecondNeeded` says whether one of them wants a second person.
 */

/** To publish, by a save or from a draft. */
export function requirePublisher(person: Person, groups: readonly string[], isInReview: boolean): void {
  if (!mayPublish(person, groups))
    throw new HttpError(403, 'not-allowed', permissionMessages.publish(groups, isInReview));
}

/** A save that is published at once is looked over by nobody. */
export function requireNoSecondPerson(isSecondNeeded: boolean): void {
  if (isSecondNeeded) throw new HttpError(403, 'second-person', permissionMessages.needsWorkflow);
}

/** That somebody who did not write the draft found it ready. */
export function requireReview({ login }: Person, { writers, reviewer }: ReviewedDraft): void {
  if (reviewer !== undefined && writers.every((writer) => writer.login !== reviewer.login)) return;
  const isWriter = writers.some((writer) => writer.login === login);
  const message = isWriter ? permissionMessages.notApproved : permissionMessages.approveYourself;
  throw new HttpError(403, 'second-person', message);
}

/** To take a published entry off the site. */
export function requireRemover(
  person: Person,
  {
    groups,
    isSecondNeeded,
    removal,
    isQa,
  }: { groups: readonly string[]; isSecondNeeded: boolean; removal: Removal; isQa: boolean },
): void {
  // Nobody can look a deletion over beforehand, so where two people are needed it is left to administrators.
  if (!mayPublish(person, groups)) throw new HttpError(403, 'not-allowed', permissionMessages.remove(removal, groups));
  if (isSecondNeeded && person.role !== 'administrator')
    throw new HttpError(403, 'not-allowed', permissionMessages.removeNeedsSecondPerson(removal, isQa));
}

export function requireMediaManager(person: Person, change: 'upload' | 'removeImage'): void {
  if (!mayManageMedia(person)) throw new HttpError(403, 'not-allowed', permissionMessages[change]);
}

/** To find a draft ready, or to take that back. */
export function requireStatusChange(
  person: Person,
  { status, writers }: { status: DraftStatus; writers: ReviewedDraft['writers'] },
  newStatus: DraftStatus,
  groups: readonly string[],
  isSecondNeeded: boolean,
): void {
  const isApproval = newStatus === 'pending_publish';
  if (!isApproval && status !== 'pending_publish') return;
  const message = isApproval ? permissionMessages.approve(groups) : permissionMessages.takeBack(groups);
  if (!mayPublish(person, groups)) throw new HttpError(403, 'not-allowed', message);
  if (isApproval && isSecondNeeded && writers.some(({ login }) => login === person.login))
    throw new HttpError(403, 'second-person', permissionMessages.ownDraft);
}

export function requireDraftDeleter(
  person: Person,
  groups: readonly string[],
  writers: ReviewedDraft['writers'],
): void {
  const logins = writers.map(({ login }) => login);
  if (!mayDeleteDraft(person, groups, logins))
    throw new HttpError(403, 'not-allowed', permissionMessages.deleteDraft(groups));
}

interface ReviewedDraft {
  writers: readonly { login: string }[];
  reviewer: { login: string } | undefined;
}
