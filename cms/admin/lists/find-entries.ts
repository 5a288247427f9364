import { choiceReadings } from '../widgets/choice-readings.ts';
import { fitsTyped, readChoice, readTyped, type ReadChoice } from '../widgets/find-choice.ts';

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
  const words = readTyped(typed);
  const isOwn = ({ data }: Entry) => typeof data['id'] === 'string' && typed.split(/[\s/#]+/).includes(data['id']);
  const found = entries.filter(
    (entry) => isOwn(entry) || fitsTyped(readOnce(allOf, entry.data, [...titles, ...others]), words),
  );
  const isFirst = (entry: Entry) => isOwn(entry) || fitsTyped(readOnce(titlesOf, entry.data, titles), words);
  const [first, later] = [found.filter(isFirst), found.filter((entry) => !isFirst(entry))];
  return [...first, ...later];
}

/** What people read of an entry: letters of an id or of a choice in files are no words. */
const titles = ['question', 'title', 'name', 'kana', 'groupName'] as const;
const others = ['summary', '__group', '__status'] as const;

/** Each entry is made ready once: a search looks at all of them, and at the titles of what it finds. */
function readOnce(
  known: WeakMap<object, ReadChoice>,
  data: ListedEntry['data'],
  fields: readonly string[],
): ReadChoice {
  const read = known.get(data) ?? readFields(data, fields);
  known.set(data, read);
  return read;
}

const allOf = new WeakMap<object, ReadChoice>();
const titlesOf = new WeakMap<object, ReadChoice>();

function readFields(data: ListedEntry['data'], fields: readonly string[]): ReadChoice {
  const texts = fields.map((field) => data[field]).filter((value): value is string => typeof value === 'string');
  const readings = texts.flatMap((text) => (Object.hasOwn(choiceReadings, text) ? [choiceReadings[text]] : []));
  return readChoice({ label: texts.join('\n'), value: '', reading: readings.join('\n') });
}

interface ListedEntry {
  data: Record<string, unknown>;
}
