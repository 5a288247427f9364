import { privacyKinds } from '../privacy/finding.ts';
import * as choices from '../schema/choices.ts';
import { prefectures } from '../schema/prefectures.ts';
import { nearestWord } from './nearest-word.ts';

/** 「current（有効）、outdated（古い情報）」: the allowed values with their Japanese words; of long lists the nearest alone. */
export function listChoices(values: readonly string[], written: string): string {
  const meant = values.find((value) => wordOf(value, values) === written) ?? nearestWord(written, values);
  if (values.length <= maxListed)
    return `次のどれかにしてください：${values.map((value) => named(value, values)).join('、')}。`;
  const others = `${values
    .slice(0, 3)
    .map((value) => named(value, values))
    .join('、')} など${values.length}個の中から選んでください。`;
  return meant === undefined ? others : `「${named(meant, values)}」の間違いなら直してください。${others}`;
}

const maxListed = 12;

const tables: readonly Readonly<Record<string, string>>[] = [
  ...Object.values(choices).filter((table) => typeof table === 'object'),
  Object.fromEntries(Object.entries(privacyKinds).map(([kind, { label }]) => [kind, label])),
  Object.fromEntries(prefectures.map(({ id, name }) => [id, name])),
];

function named(value: string, values: readonly string[]): string {
  const word = wordOf(value, values);
  return word === undefined ? value : `${value}（${word}）`;
}

/** The same id can stand in several tables (`other`, `unknown`): the table that has all the values is meant. */
function wordOf(value: string, values: readonly string[]): string | undefined {
  return tables.find((table) => values.every((candidate) => Object.hasOwn(table, candidate)))?.[value];
}
