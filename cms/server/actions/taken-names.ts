import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { addressKey } from '../../../src/lint/site.ts';
import { nameLabel, sayTaken, type TakenName } from '../../../src/lint/taken-name.ts';
import { textsAt } from '../../../src/lint/values.ts';
import { collectionsNamedByPeople, type EditableCollection } from '../../../src/schema/editable-collections.ts';
import type { AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import { readDraft } from '../drafts/drafts.ts';
import { factsOf, readText } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntryAt, readEntryName, type EntryName } from '../entries/entry-names.ts';
import { entryPath } from '../entries/paths.ts';
import { HttpError } from '../messages/http-error.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { ActionContext } from './action-context.ts';
import type { Save } from './prepare-save.ts';

/** Who has the name that somebody types for a new entry, as a sentence; nothing while it is free. */
export async function nameHolder(
  context: ActionContext,
  { collection, slug, title }: ParamsOf<'nameHolder'>,
): Promise<AnswerOf<'nameHolder'>> {
  const taken = await findTaken(context, readEntryName(collection, slug, context.mediaFolder), title);
  return { holder: taken ? { ...taken, slug, sentence: sayTaken(taken) } : null };
}

/**
 * Refuses a new entry under a name that a person typed and another entry has or had. A conflict would offer to put the
 * one in place of the other, though they have nothing to do with each other.
 */
export async function refuseTakenName(
  context: ActionContext,
  { name, expected, target, text, id }: Save,
): Promise<void> {
  if (expected !== undefined || !isNamedByPeople(name.collection)) return;
  const { title } = await factsOf(context, name.collection, target, id);
  const taken = await findTaken(context, name, title);
  if (!taken) return;
  const message = sayTaken(taken);
  const line = text.startsWith('---') ? 2 : 1;
  const finding = { path: target, rule: 'taken-name', field: nameLabel(name.collection), line, column: 1, message };
  throw new HttpError(409, 'taken', message, {
    findings: [{ ...finding, severity: 'error', privacy: false, overridable: false }],
  });
}

/** Who has a name, with a free one to suggest. One that was deleted may come back under the same title. */
async function findTaken(context: ActionContext, name: EntryName, title?: string): Promise<TakenName | undefined> {
  const holder = await findHolder(context, name, title);
  if (!holder || !isNamedByPeople(name.collection)) return holder;
  for (let number = 2; number < maxSuggested; number += 1) {
    const free = `${name.id}-${number}`;
    if (!(await findHolder(context, { ...name, slug: free, id: free }, undefined))) return { ...holder, free };
  }
  return holder;
}

async function findHolder(
  context: ActionContext,
  name: EntryName,
  title: string | undefined,
): Promise<TakenName | undefined> {
  const { repository } = context;
  const { collection, id, slug } = name;
  const main = await repository.commit(repository.branch);
  const published = await findEntryFile(repository, main.tree, name);
  if (published) {
    const facts = await factsOf(context, collection, published.path, published.id);
    return { collection, id, kind: 'published', title: facts.title };
  }
  const draft = await findDraft(context, name);
  if (draft) return { collection, id, kind: 'draft', ...draft };
  const redirecting = await findRedirecting(context, main.tree, name);
  if (redirecting !== undefined) return { collection, id, kind: 'redirect', title: redirecting };
  if (!withAddress.has(collection) || !isNamedByPeople(collection)) return undefined;
  const path = entryPath(collection, slug);
  const deleted = await repository.findDeleted(main.id, path);
  if (deleted === undefined) return undefined;
  const former = (await factsOf(context, collection, path, deleted)).title;
  return former === title ? undefined : { collection, id, kind: 'deleted', title: former };
}

async function findDraft(
  context: ActionContext,
  name: EntryName,
): Promise<{ title: string; writer?: string | undefined } | undefined> {
  try {
    const draft = await readDraft(context, name);
    if (!draft?.after) return undefined;
    const { title } = await factsOf(context, name.collection, draft.after.path, draft.after.id);
    return { title, writer: draft.writers[0]?.name };
  } catch (error) {
    // It is there, whatever it says.
    if (error instanceof UnreadableObject) return { title: name.id };
    throw error;
  }
}

/** Title of the published entry that readers of the address are sent to. */
async function findRedirecting(
  context: ActionContext,
  tree: string,
  { collection, id }: EntryName,
): Promise<string | undefined> {
  const address = withAddress.get(collection);
  if (address === undefined) return undefined;
  const wanted = addressKey(`/${address}/${id}/`);
  for (const path of await context.repository.findMentions(tree, `/${address}/${id}/`, [
    'content/qa',
    'content/topics',
  ])) {
    const other: EditableCollection = path.startsWith('content/qa/') ? 'qa' : 'topics';
    const file = await context.repository.findFile(tree, path);
    const text = file === undefined ? undefined : await readText(context.repository, file);
    if (file === undefined || text === undefined || !nameEntryAt(other, path)) continue;
    const { value } = parseDocument(path, text, other, readPlainYaml) as AnyDocument;
    const sendsOn = textsAt(value, 'redirectFrom').some((from) => addressKey(from.text) === wanted);
    if (sendsOn) return (await factsOf(context, other, path, file)).title;
  }
  return undefined;
}

function isNamedByPeople(collection: EditableCollection): boolean {
  return collectionsNamedByPeople.includes(collection);
}

/** First part of the address of a collection's pages; vocabulary has none. */
const withAddress: ReadonlyMap<EditableCollection, string> = new Map([
  ['qa', 'q'],
  ['topics', 'topics'],
  ['events', 'events'],
]);

const maxSuggested = 20;
