import { parse } from 'yaml';
import { collections, type CollectionName } from '../../src/schema/collections.ts';

/** What a text says about itself: its title, and the groups that answer for it. Nothing is assumed of a text that cannot be read. */
export function readEntryFacts(path: string, collection: CollectionName, text: string): EntryFacts {
  const fields = readFields(collection, text);
  const title = ['question', 'title', 'groupName', 'name'].map((key) => fields[key]).find((value) => typeof value === 'string' && value.trim() !== '');
  const below = path.slice(`content/${collections[collection].folder}/`.length).split('/');
  const id = (below.at(-1) ?? '').replace(/\.[a-z]+$/, '');
  const group = typeof fields.group === 'string' ? fields.group : undefined;
  const places: Partial<Record<CollectionName, (string | undefined)[]>> = { qa: [below[0], group ?? below[0]], groups: [id], events: [group], pride: [group] };
  const groups = (places[collection] ?? []).filter((name) => name !== undefined);
  return { title: typeof title === 'string' ? title : id, groups: [...new Set(groups)] };
}

/** The group that the text itself names. */
export function readGroup(collection: CollectionName, text: string): string | undefined {
  const { group } = readFields(collection, text);
  return typeof group === 'string' ? group : undefined;
}

function readFields(collection: CollectionName, text: string): Record<string, unknown> {
  const yaml = collections[collection].extension === 'yaml' ? text : (/^---\r?\n(.*?)\r?\n---(?:\r?\n|$)/s.exec(text)?.[1] ?? '');
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export interface EntryFacts {
  title: string;
  /** Prefecture ids; none for what only administrators answer for. */
  groups: string[];
}
