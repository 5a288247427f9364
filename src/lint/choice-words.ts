import { isKeyOf } from '../schema/choices.ts';
import { nearestWord } from './nearest-word.ts';

/**
 * 「current（有効）、outdated（古い情報）」: the allowed values with what people read for them in `words`; of long lists the
 * nearest alone.
 */
export function listChoices(
  values: readonly string[],
  words: Readonly<Record<string, string>>,
  written: string,
): string {
  const named = (value: string) => (isKeyOf(words, value) ? `${value}（${words[value]}）` : value);
  if (values.length <= maxListed) return `次のどれかにしてください：${values.map(named).join('、')}。`;
  const others = `${values.slice(0, 3).map(named).join('、')} など${values.length}個の中から選んでください。`;
  const meant = values.find((value) => words[value] === written) ?? nearestWord(written, values);
  return meant === undefined ? others : `「${named(meant)}」の間違いなら直してください。${others}`;
}

const maxListed = 12;
