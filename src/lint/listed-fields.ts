import { parse } from 'yaml';
import { dropTrailing } from '../text/trailing.ts';
import { contentLimits } from './limits.ts';
import { readYaml } from './parse-yaml-file.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { isRecord } from './values.ts';

/**
 * The few fields of a file that lists show; undefined where it cannot be read. A list may have thousands of files, so
 * fields on one line are read without the YAML parser where that is safe.
 */
export function readListedFields(source: string, isYaml: boolean): Record<string, unknown> | undefined {
  if (source.length > contentLimits.characters) return undefined;
  const yaml = isYaml ? source : splitFrontMatter(source)?.yaml;
  if (yaml === undefined) return undefined;
  try {
    return readLines(yaml) ?? readWhole(yaml.endsWith('\n') ? yaml : `${yaml}\n`);
  } catch {
    return undefined;
  }
}

/** Undefined where a wanted field does not fit on one line, so that the whole text has to be parsed. */
function readLines(yaml: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const [, key = '', value = ''] of yaml.matchAll(/^([A-Za-z]+):(?:$|\r$| (.*)$)/gm)) {
    if (!wanted.has(key)) continue;
    const written = dropTrailing(value, '\r').replace(/^ +/, '');
    if (written === '' || /^[|>&*!]/.test(written)) return undefined;
    fields[key] = readScalar(written);
  }
  return fields;
}

/** What the parser would say, for the commonest spellings without it: it takes most of the time of a list. */
function readScalar(written: string): unknown {
  if (/^[^\s"'[{#%@`,\]}?:0-9.~+-][^#:]*$/.test(written) && !/^(?:true|false|null|yes|no)$/i.test(written))
    return written.trimEnd();
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  const [, single, double] = /^(?:'([^']*)'|"([^"\\]*)")$/.exec(written) ?? [];
  return single ?? double ?? parse(written);
}

function readWhole(yaml: string): Record<string, unknown> | undefined {
  const { value, faults } = readYaml(yaml, readPlainYaml);
  if (faults.length > 0 || !isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([key]) => wanted.has(key)));
}

/** Names of the fields that lists need. */
const wanted = new Set([
  'id',
  'question',
  'summary',
  'title',
  'name',
  'kana',
  'group',
  'groupName',
  'kind',
  'status',
  'reviewBy',
  'asked',
  'audience',
  'provenance',
  'start',
  'parent',
  'order',
  'code',
  'region',
]);
