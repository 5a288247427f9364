import type { PrivacyException } from '../../src/lint/privacy-exceptions.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import type { Repository } from './repository.ts';
import { committer, type Commit } from './repository/commit.ts';
import type { Change } from './repository/tree.ts';
import { isEditablePath } from './paths.ts';
import { readPrivacyTrailers } from './privacy-exceptions.ts';
import { draftPrefix, draftReference, editorTrailer, readState, splitDraftId, type DraftState, type DraftStatus } from './workflow.ts';

/** The draft of an entry, if it has one. */
export async function readDraft(repository: Repository, mediaFolder: string, collection: CollectionName, slug: string): Promise<Draft | undefined> {
  const reference = draftReference(collection, slug);
  const tip = await repository.findCommit(reference);
  const base = tip && (await findBase(repository, tip));
  if (!tip || !base) return undefined;
  const state = readState(tip.trailers);
  const all = await repository.compare(base.tree, tip.tree);
  const { writers, exceptions } = await readHistory(repository, tip, base.id);
  return {
    reference,
    collection,
    slug,
    tip,
    base,
    status: state.status ?? 'draft',
    reviewer: state.reviewer,
    changes: all.filter(({ path }) => isEditablePath(path, mediaFolder)),
    hasOtherChanges: all.some(({ path }) => !isEditablePath(path, mediaFolder)),
    writers,
    exceptions,
  };
}

/** Collection and slug of every draft, without reading any. */
export async function listDrafts(repository: Repository): Promise<{ collection: CollectionName; slug: string }[]> {
  const references = await repository.listReferences(draftPrefix);
  return references.flatMap(({ name }) => {
    const { collection, slug } = splitDraftId(name.slice(draftPrefix.length));
    return Object.hasOwn(collections, collection) && draftSlug.test(slug) ? [{ collection: collection as CollectionName, slug }] : [];
  });
}

/** Ends what a server killed between the two halves of publishing left: a draft that is already published. */
export async function dropPublishedDrafts(repository: Repository): Promise<void> {
  for (const { name, id } of await repository.listMerged(draftPrefix)) {
    const tip = await repository.findCommit(id);
    if (tip?.committer.mail !== committer.mail) continue;
    await repository.change(async () => ({ moves: [{ name, before: id, after: undefined }], result: undefined }));
  }
}

const draftSlug = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*){0,3}$/;

/** A branch that somebody rebased or wrote by hand carries no base of ours that could be trusted; Git is asked then. */
async function findBase(repository: Repository, tip: Commit): Promise<Commit | undefined> {
  const noted = tip.committer.mail === committer.mail ? readState(tip.trailers).base : undefined;
  const id = noted ?? (await repository.findForkPoint(repository.branch, tip.id));
  return id === undefined ? undefined : repository.findCommit(id);
}

/** The draft's own commits, the last one first. Those that only change its state write nothing. */
async function readHistory(repository: Repository, tip: Commit, base: string): Promise<Pick<Draft, 'writers' | 'exceptions'>> {
  const writers = new Map<string, string>();
  const exceptions = new Map<string, PrivacyException>();
  let commit: Commit | undefined = tip;
  for (let steps = 0; commit && commit.id !== base && steps < mostSteps; steps += 1) {
    const parent: Commit | undefined = commit.parents[0] === undefined ? undefined : await repository.findCommit(commit.parents[0]);
    const isOurs: boolean = commit.committer.mail === committer.mail;
    if (isOurs && readState(commit.trailers).base === undefined) break;
    if (parent?.tree !== commit.tree) {
      const login: string = (isOurs ? commit.trailers.find(({ key }) => key === editorTrailer)?.value : undefined) ?? commit.author.mail;
      if (!writers.has(login)) writers.set(login, commit.author.name);
    }
    for (const exception of readPrivacyTrailers(commit.trailers)) {
      const key = `${exception.file} ${exception.kind}`;
      if (!exceptions.has(key)) exceptions.set(key, exception);
    }
    commit = parent;
  }
  return { writers: [...writers].map(([login, name]) => ({ login, name })), exceptions: [...exceptions.values()] };
}

const mostSteps = 500;

export interface Draft {
  reference: string;
  collection: CollectionName;
  slug: string;
  tip: Commit;
  /** Commit of the edited branch that everything else in the draft is from. */
  base: Commit;
  status: DraftStatus;
  reviewer: DraftState['reviewer'];
  changes: Change[];
  /** Files that the CMS does not publish; only a branch made by hand has them. */
  hasOtherChanges: boolean;
  /** The last one first. */
  writers: { login: string; name: string }[];
  /** What was judged to be fit for publishing while the draft was written. */
  exceptions: PrivacyException[];
}
