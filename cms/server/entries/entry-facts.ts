import { contentLimits } from '../../../src/lint/limits.ts';
import { readYaml } from '../../../src/lint/parse-yaml-file.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { isRecord } from '../../../src/lint/values.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';

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
