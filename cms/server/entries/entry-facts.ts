import { LRUCache } from 'lru-cache';
import { contentLimits } from '../../../src/lint/limits.ts';
import { readYaml } from '../../../src/lint/parse-yaml-file.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { isRecord } from '../../../src/lint/values.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * Groups that answer for a file, by what it says now and what it said before: moving it out of a group is that group's
 * matter too.
 */
export async function groupsOf(
  store: EntryStore,
  collection: CollectionName,
  versions: readonly { path: string; id: string | undefined }[],
): Promise<string[]> {
  const groups = new Set<string>();
  for (const { path, id } of versions) {
    if (id === undefined) continue;
    for (const group of (await factsOf(store, collection, path, id)).groups) groups.add(group);
  }
  return [...groups];
}

/** What the version `id` of an entry says about itself; read once, for versions do not change. */
export async function factsOf(
  { repository }: EntryStore,
  collection: CollectionName,
  path: string,
  id: string,
): Promise<EntryFacts> {
  const key = `${path} ${id}`;
  const known = facts.get(key);
  if (known) return known;
  const text = await readText(repository, id);
  const read = readEntryFacts(path, collection, text ?? '');
  if (text !== undefined) facts.set(key, read);
  return read;
}

/** `undefined` where Git cannot read it any more: the entry can be saved anew all the same. */
export async function readText(repository: Repository, id: string): Promise<string | undefined> {
  try {
    return (await repository.readFile(id)).toString();
  } catch (error) {
    if (error instanceof UnreadableObject) return undefined;
    throw error;
  }
}

const facts = new LRUCache<string, EntryFacts>({ max: 5_000 });

/**
 * What a text says about itself: its title, and the groups that answer for it. Nothing is assumed of a text that cannot
 * be read.
 */
export function readEntryFacts(path: string, collection: CollectionName, text: string): EntryFacts {
  const fields = readFields(collection, text);
  const title = ['question', 'title', 'groupName', 'name']
    .map((key) => fields[key])
    .find((value) => typeof value === 'string' && value.trim() !== '');
  const below = path.slice(`content/${collections[collection].folder}/`.length).split('/');
  const id = (below.at(-1) ?? '').replace(/\.[a-z]+$/, '');
  const group = typeof fields.group === 'string' ? fields.group : undefined;
  const places: Partial<Record<CollectionName, (string | undefined)[]>> = {
    qa: [below[0], group ?? below[0]],
    groups: [id],
    events: [group],
    pride: [group],
  };
  const groups = (places[collection] ?? []).filter((name) => name !== undefined);
  return { title: typeof title === 'string' ? title : id, groups: [...new Set(groups)] };
}

/** The group that the text itself names. */
export function readGroup(collection: CollectionName, text: string): string | undefined {
  const { group } = readFields(collection, text);
  return typeof group === 'string' ? group : undefined;
}

function readFields(collection: CollectionName, text: string): Record<string, unknown> {
  if (text.length > contentLimits.characters) return {};
  const isYaml = collections[collection].extension === 'yaml';
  const yaml = isYaml ? text : (splitFrontMatter(text)?.yaml ?? '');
  const value = readPlainYaml(yaml.endsWith('\n') ? yaml : `${yaml}\n`) ?? readSlowly(yaml);
  return isRecord(value) ? value : {};
}

/** Undefined of what has any fault, which the check tells. */
function readSlowly(yaml: string): unknown {
  const { value, faults } = readYaml(yaml, undefined, maxTokens);
  return faults.length === 0 ? value : undefined;
}

/**
 * Read by the thread that answers requests, so of a text that is not plain there may be a fifth of what the check
 * reads.
 */
const maxTokens = contentLimits.yamlTokens / 5;

export interface EntryFacts {
  title: string;
  /** Prefecture ids; none for what only administrators answer for. */
  groups: string[];
}

/** Where entries lie. */
export interface EntryStore {
  repository: Repository;
  /** As in `public/images`. */
  mediaFolder: string;
}
