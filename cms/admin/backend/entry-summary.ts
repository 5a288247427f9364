import { addMonths } from '../../../src/strings/days.ts';
import { isKeyOf, statuses } from '../../../src/schema/choices.ts';
import { prefectures } from '../../../src/schema/prefectures.ts';

/**
 * The few fields of a file that lists show, as Decap keeps them in place of the file's text; `readEntrySummary` tells
 * by the mark at its beginning that it is one. Without fields the file could not be read.
 */
export function writeEntrySummary(fields: Record<string, unknown> | undefined): string {
  return mark + JSON.stringify(fields ?? { question: unreadable, title: unreadable, name: unreadable });
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

/** Fields of listed entries with those in words; made once for each. */
export function createFieldReader(today: string): FieldReader {
  const known = new WeakMap<object, Record<string, unknown>>();
  return (entry) => {
    const fields = known.get(entry) ?? { ...entry.fields, ...deriveFields(entry.fields ?? {}, today) };
    known.set(entry, fields);
    return fields;
  };
}

export type FieldReader = (entry: { fields: Record<string, unknown> | null }) => Record<string, unknown>;

const mark = '\u0000kenjinkai-list ';
const unreadable = '（書き方が崩れていて読めない項目）';
