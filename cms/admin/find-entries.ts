import { choiceReadings } from './widgets/choice-readings.ts';
import { matchesChoice } from './widgets/find-choice.ts';

declare global {
  interface Window {
    /** Asked by Decap's search, see `src/integrations/decap-words.ts`. */
    findEntries?: typeof findEntries;
  }
}

/**
 * The entries that hold every typed word in the fields that lists show, in any width, case or kana, or whose id or
 * address was typed; those that hold all words in their title come first. Decap's own search wants three letters in a
 * row at least, and most Japanese words are shorter.
 */
export function findEntries<Entry extends ListedEntry>(entries: readonly Entry[], typed: string): Entry[] {
  if (typed.trim() === '') return [];
  const isOwn = ({ data }: Entry) => typeof data['id'] === 'string' && typed.split(/[\s/#]+/).includes(data['id']);
  const found = entries.filter((entry) => isOwn(entry) || matches(entry.data, [...titles, ...others], typed));
  const isFirst = (entry: Entry) => isOwn(entry) || matches(entry.data, titles, typed);
  return [...found.filter(isFirst), ...found.filter((entry) => !isFirst(entry))];
}

/** What people read of an entry: letters of an id or of a choice in files are no words. */
const titles = ['question', 'title', 'name', 'kana', 'groupName'] as const;
const others = ['summary', '__group', '__status'] as const;

function matches(data: ListedEntry['data'], fields: readonly string[], typed: string): boolean {
  const texts = fields.map((field) => data[field]).filter((value): value is string => typeof value === 'string');
  const readings = texts.flatMap((text) => (Object.hasOwn(choiceReadings, text) ? [choiceReadings[text]] : []));
  return matchesChoice({ label: texts.join('\n'), value: '', reading: readings.join('\n') }, typed);
}

interface ListedEntry {
  data: Record<string, unknown>;
}
