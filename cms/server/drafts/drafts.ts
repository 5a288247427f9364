import type { PrivacyException } from '../../../src/lint/privacy-exceptions.ts';
import { isEditableCollection, type EditableCollection } from '../../../src/schema/editable-collections.ts';
import type { DraftStatus } from '../../protocol/entry-shapes.ts';
import { editorTrailer } from '../entries/commit-message.ts';
import { factsOf, groupsOf, type EntryStore } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntry, nameEntryAt, type EntryFile, type EntryName } from '../entries/entry-names.ts';
import { isEditablePath } from '../entries/paths.ts';
import { readPrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { CheckoutBusy } from '../repository/checkout/checkout-busy.ts';
import { committer } from '../repository/git/git.ts';
import type { Commit } from '../repository/objects/commit.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { Repository } from '../repository/repository.ts';
import { draftPrefix, draftReference, readState, splitDraftId, type DraftState } from './draft-state.ts';

/** The draft of an entry, if it has one, under whichever of its names it was begun. Rejects with `UnreadableObject`. */
export async function readDraft({ repository, mediaFolder }: EntryStore, name: EntryName): Promise<Draft | undefined> {
  const reference = await findDraftReference(repository, name);
  const tip = reference === undefined ? undefined : await repository.findCommit(reference);
  // Git says of some damaged commits only that they are missing, though the branch names them.
  if (reference !== undefined && !tip) throw new UnreadableObject(reference);
  const base = tip && (await findBase(repository, tip));
  if (reference === undefined || !tip || !base) return undefined;
  const state = readState(tip.trailers);
  const [before, after] = [
    await findEntryFile(repository, base.tree, name),
    await findEntryFile(repository, tip.tree, name),
  ];
  const changes = await repository.compare(base.tree, tip.tree);
  const added = changes.filter((change) => isImage(change.path, mediaFolder) && change.before === undefined);
  const own = new Set([before?.path, after?.path, ...added.map(({ path }) => path)]);
  const history = await readHistory(repository, tip, base.id);
  return {
    reference,
    name,
    tip,
    base,
    status: state.status ?? 'draft',
    reviewer: state.reviewer,
    before,
    after,
    images: added.flatMap(({ path, after: id }) => (id === undefined ? [] : [{ path, id }])),
    foreign: changes.map(({ path }) => path).filter((path) => !own.has(path)),
    ...history,
  };
}

/** The draft; throws 404 where there is none. */
export async function requireDraft(store: EntryStore, name: EntryName): Promise<Draft> {
  const draft = await readDraft(store, name);
  if (!draft) throw new HttpError(404, 'not-found', entryMessages.noDraft);
  return draft;
}

/** Groups that answer for the draft: those of the text that it replaces and those of its own. */
export async function groupsOfDraft(store: EntryStore, { name, before, after }: Draft): Promise<string[]> {
  return groupsOf(
    store,
    name.collection,
    [before, after].filter((file) => file !== undefined),
  );
}

export async function titleOf(store: EntryStore, { name, before, after }: Draft): Promise<string> {
  const file = after ?? before;
  return file ? (await factsOf(store, name.collection, file.path, file.id)).title : name.slug;
}

/** What was judged while the draft was written, as of the entry at `path`: its folder may have changed since. */
export function judgementsAt({ name, exceptions }: Draft, path: string): PrivacyException[] {
  const own = exceptions.filter(({ file }) => nameEntryAt(name.collection, file)?.id === name.id);
  return own.map((judgement) => ({ ...judgement, file: path }));
}

/** The name of every entry that has a draft, without reading any. */
export async function listDrafts(repository: Repository): Promise<EntryName[]> {
  return (await repository.listReferences(draftPrefix)).flatMap(({ name }) => nameDraft(name) ?? []);
}

/** References of all drafts of an entry: one, unless somebody made another by hand. */
export async function listEntryBranches(repository: Repository, { collection, id }: EntryName): Promise<string[]> {
  const references = await repository.listReferences(collectionPrefix(collection));
  return references.map(({ name }) => name).filter((name) => nameDraft(name)?.id === id);
}

/** Ends what a server killed between the two halves of publishing left: a draft that is already published. */
export async function dropPublishedDrafts(repository: Repository): Promise<void> {
  // A damaged draft must not keep the server from starting; one that is left over does no harm.
  for (const { name, id } of await repository.listMerged(draftPrefix).catch(() => [])) {
    const tip = await repository.findCommit(id).catch(() => undefined);
    if (tip?.committer.mail !== committer.mail) continue;
    // One that somebody has checked out stays until it is not.
    await repository
      .change(async () => ({ moves: [{ name, before: id, after: undefined }], result: undefined }))
      .catch((error: unknown) => {
        if (!(error instanceof CheckoutBusy)) throw error;
      });
  }
}

export function collectionPrefix(collection: EditableCollection): string {
  return `${draftPrefix}${collection}/`;
}

async function findDraftReference(repository: Repository, name: EntryName): Promise<string | undefined> {
  const own = draftReference(name.collection, name.slug);
  if (await repository.findCommit(own)) return own;
  return (await listEntryBranches(repository, name))[0];
}

function nameDraft(reference: string): EntryName | undefined {
  const { collection, slug } = splitDraftId(reference.slice(draftPrefix.length));
  return isEditableCollection(collection) ? nameEntry(collection, slug) : undefined;
}

function isImage(path: string, mediaFolder: string): boolean {
  return path.startsWith(`${mediaFolder}/`) && isEditablePath(path, mediaFolder);
}

/** A branch that somebody rebased or wrote by hand carries no base of ours that could be trusted; Git is asked then. */
async function findBase(repository: Repository, tip: Commit): Promise<Commit | undefined> {
  const noted = tip.committer.mail === committer.mail ? readState(tip.trailers).base : undefined;
  const id = noted ?? (await repository.findForkPoint(repository.branch, tip.id));
  return id === undefined ? undefined : repository.findCommit(id);
}

/** The draft's own commits, the last one first. Those that only change its state write nothing. */
async function readHistory(
  repository: Repository,
  tip: Commit,
  base: string,
): Promise<Pick<Draft, 'writers' | 'exceptions' | 'judges'>> {
  const writers = new Map<string, string>();
  const exceptions: PrivacyException[] = [];
  const judges = new Map<string, string>();
  let commit: Commit | undefined = tip;
  for (let steps = 0; commit && commit.id !== base && steps < maxSteps; steps += 1) {
    const parent: Commit | undefined =
      commit.parents[0] === undefined ? undefined : await repository.findCommit(commit.parents[0]);
    const isOurs: boolean = commit.committer.mail === committer.mail;
    if (isOurs && readState(commit.trailers).base === undefined) break;
    if (parent?.tree !== commit.tree) {
      const login: string =
        (isOurs ? commit.trailers.find(({ key }) => key === editorTrailer)?.value : undefined) ?? commit.author.mail;
      if (!writers.has(login)) writers.set(login, commit.author.name);
    }
    const judged = readPrivacyTrailers(commit.trailers).toReversed();
    exceptions.push(...judged);
    for (const { value } of judged) judges.set(value, commit.author.name);
    commit = parent;
  }
  const byLogin = [...writers].map(([login, name]) => ({ login, name }));
  return { writers: byLogin, exceptions: exceptions.toReversed(), judges };
}

const maxSteps = 500;

export interface Draft {
  reference: string;
  /** As it was asked for; the branch may be named after the group that the entry was in before. */
  name: EntryName;
  tip: Commit;
  /** Commit of the edited branch that everything else in the draft is from. */
  base: Commit;
  status: DraftStatus;
  reviewer: DraftState['reviewer'];
  /** The entry's file where the draft began; `undefined` for a new one. */
  before: EntryFile | undefined;
  /** The entry's file now; only a branch made by hand has none. */
  after: EntryFile | undefined;
  /** Images that came with the draft. */
  images: EntryFile[];
  /** Paths of all else that differs, which no draft of ours has and nobody sees who reviews the entry. */
  foreign: string[];
  /** The last one first. */
  writers: { login: string; name: string }[];
  /** What was judged to be fit for publishing while the draft was written, the last one last. */
  exceptions: PrivacyException[];
  /** Names of those who judged, by the mark of the value. */
  judges: ReadonlyMap<string, string>;
}
