import { addMonths } from '../../../src/strings/days.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { isKeyOf, statuses } from '../../../src/schema/choices.ts';
import { prefectures } from '../../../src/schema/prefectures.ts';
import { readFile } from './apply-changes.ts';
import { parse } from 'yaml';
import { dropTrailing } from '../../../src/text/trailing.ts';

/**
 * The few fields of a file that lists show. A list may have thousands of files, so fields on one line are read without
 * the YAML parser where that is safe. Decap keeps the result in place of the file's text; `readEntrySummary` tells by
 * the mark at its beginning that it is one.
 */
export function writeEntrySummary(source: string, isYaml: boolean): string {
  try {
    const yaml = isYaml ? source : (splitFrontMatter(source)?.yaml ?? '');
    return mark + JSON.stringify(readFields(yaml) ?? readFile(source, isYaml).fields);
  } catch {
    return mark + JSON.stringify({ question: unreadable, title: unreadable, name: unreadable });
  }
}

/** The fields of a summary; undefined where `text` is the text of a file. */
export function readEntrySummary(text: string): Record<string, unknown> | undefined {
  return text.startsWith(mark) ? (JSON.parse(text.slice(mark.length)) as Record<string, unknown>) : undefined;
}

/** Fields in words, by which lists show and filter entries; never saved. `today` is the ISO day in Japan. */
export function deriveFields(fields: Record<string, unknown>, today: string): Record<string, string> {
  const derived: Record<string, string> = {};
  const { group, status, reviewBy } = fields;
  const prefecture = prefectures.find(({ id }) => id === group);
  if (prefecture) derived['__group'] = prefecture.name;
  if (typeof status === 'string' && isKeyOf(statuses, status)) derived['__status'] = statuses[status];
  if (typeof reviewBy === 'string' && status !== 'withdrawn')
    derived['__due'] = reviewBy < today ? '期限切れ' : reviewBy <= addMonths(today, 3) ? '3か月以内' : 'まだ先';
  return derived;
}

const mark = '\u0000kenjinkai-list ';
const unreadable = '（書き方が崩れていて読めない項目）';
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

/** Undefined where a wanted field does not fit on one line, so that the whole text has to be parsed. */
function readFields(yaml: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const [, key = '', value = ''] of yaml.matchAll(/^([A-Za-z]+):(?:$|\r$| (.*)$)/gm)) {
    if (!wanted.has(key)) continue;
    const written = dropTrailing(value, '\r').replace(/^ +/, '');
    if (written === '' || /^[|>&*!]/.test(written)) return undefined;
    fields[key] =
      /^[^\s"'[{#%@`,\]}?:0-9.~+-][^#:]*$/.test(written) && !/^(true|false|null|yes|no)$/i.test(written)
        ? written.trimEnd()
        : parse(written);
  }
  return fields;
}
