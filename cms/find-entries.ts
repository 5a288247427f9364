import { choiceReadings } from './widgets/choice-readings.ts';
import { matchesChoice } from './widgets/find-choice.ts';

declare global {
  interface Window {
    /** Asked by Decap's search, see `src/integrations/decap-words.ts`. */
    findEntries?: typeof findEntries;
  }
}

/**
 * The entries in whose listed fields every typed word stands, in any width, case or kana; those that have all of them
 * in their title come first. Decap's own search wants three letters in a row at least, which most Japanese words lack.
 */
export function findEntries<Entry extends ListedEntry>(entries: readonly Entry[], typed: string): Entry[] {
  if (typed.trim() === '') return [];
  const found = entries.filter(({ data }) => matches(Object.values(data), typed));
  const isInTitle = ({ data }: Entry) =>
    matches([data['question'], data['title'], data['name'], data['groupName']], typed);
  return [...found.filter(isInTitle), ...found.filter((entry) => !isInTitle(entry))];
}

function matches(values: readonly unknown[], typed: string): boolean {
  const texts = values.filter((value): value is string => typeof value === 'string');
  const readings = texts.flatMap((text) => (Object.hasOwn(choiceReadings, text) ? [choiceReadings[text]] : []));
  return matchesChoice({ label: texts.join('\n'), value: '', reading: readings.join('\n') }, typed);
}

interface ListedEntry {
  data: Record<string, unknown>;
}
