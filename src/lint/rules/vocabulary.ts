import { toWordKey } from '../../text/matching-key.ts';
import { findingAt, type Finding, type Place } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';
import { listAt, textAt, textsAt } from '../values.ts';

/**
 * Each way from a word to another stands in the vocabulary once, with one strength; and what is for input only is offered
 * nowhere. A way is reported where it stands a second time, files in the order of their names.
 */
export const vocabulary: Rule = ({ document }, site) => {
  if (document.collection !== 'vocabulary') return [];
  const index = indexOf(site);
  return [...findRepeatedWays(document, index), ...findOffered(document, index)];
};

function findRepeatedWays(document: AnyDocument, { ways }: VocabularyIndex): Finding[] {
  return listGroups(document).flatMap((group) => {
    const earlier = group.ways.flatMap(({ key, shown }) => {
      const first = ways.get(key);
      return first && first.order < group.order ? [{ shown, first }] : [];
    });
    const conflicts = earlier.filter(({ first }) => first.strength !== group.strength);
    const repeats = earlier.filter(({ first }) => first.strength === group.strength);
    const report = (found: typeof earlier, what: string): Finding[] => {
      const [one] = found;
      if (!one) return [];
      const more = found.length > 1 ? `（ほか${found.length - 1}組）` : '';
      const message = `「${one.shown}」${more}は「${one.first.file}」の${one.first.group + 1}組目にもあり、${what}どちらか一方から消してください。`;
      return [findingAt(document, group.place, { rule: 'vocabulary', severity: 'warning', message })];
    };
    return [...report(conflicts, '近さが食い違っています。正しいほうを残し、'), ...report(repeats, '重なっています。')];
  });
}

function findOffered(document: AnyDocument, { inputOnly }: VocabularyIndex): Finding[] {
  return listGroups(document).flatMap(({ offered }) =>
    offered.flatMap(({ text, place }) => {
      const file = inputOnly.get(toWordKey(text));
      if (file === undefined) return [];
      const message = `「${text}」は「${file}」で「入力だけに使う言葉」です。ここからは消すか、「入力だけに使う言葉」（inputOnly）に移してください。`;
      return [findingAt(document, place, { rule: 'vocabulary', message })];
    }),
  );
}

/** A site is looked at once, however many of its files are checked. */
const indexes = new WeakMap<Site, VocabularyIndex>();

function indexOf(site: Site): VocabularyIndex {
  const known = indexes.get(site);
  if (known) return known;
  const documents = [...site.documents.values()].filter(({ collection }) => collection === 'vocabulary');
  const groups = documents.sort((a, b) => (a.file < b.file ? -1 : 1)).flatMap(listGroups);
  const ways = new Map<string, Way>();
  for (const { order, file, strength, index, ways: own } of groups) {
    for (const { key } of own) if (!ways.has(key)) ways.set(key, { order, file, strength, group: index });
  }
  const inputOnly = new Map(groups.flatMap((group) => group.inputOnly.map((word) => [toWordKey(word), group.file] as const)));
  const made = { ways, inputOnly };
  indexes.set(site, made);
  return made;
}

function listGroups(document: AnyDocument): Group[] {
  let left: number = contentLimits.wordPairs;
  return listAt(document.value, 'synonyms', contentLimits.synonymGroups).map((group, index) => {
    const words = textsAt(group, 'words').map(({ text }) => text);
    const hasTargets = listAt(group, 'to').length > 0;
    const targets = hasTargets ? textsAt(group, 'to').map(({ text }) => text) : words;
    const place: Place = { path: ['synonyms', index] };
    const ways = listWays(words, targets).slice(0, left);
    left -= ways.length;
    return {
      file: document.file,
      index,
      order: `${document.file}\n${String(index).padStart(6, '0')}`,
      strength: textAt(group, 'strength') ?? '',
      place,
      ways,
      offered: (['words', 'to'] as const).flatMap((name) =>
        textsAt(group, name).map(({ text, index: item }) => ({ text, place: { path: ['synonyms', index, name, item] } })),
      ),
      inputOnly: textsAt(group, 'inputOnly').map(({ text }) => text),
    };
  });
}

/** From each word to each target but itself, in the form in which words are compared. */
function listWays(words: readonly string[], targets: readonly string[]): Group['ways'] {
  const ends = targets.map((target) => [toWordKey(target), target] as const);
  const ways = words.flatMap((word) => {
    const start = toWordKey(word);
    return ends.filter(([end]) => end !== start).map(([end, target]) => [`${start}\n${end}`, `${word} → ${target}`] as const);
  });
  return [...new Map(ways)].map(([key, shown]) => ({ key, shown }));
}

interface VocabularyIndex {
  /** By typed and found word in the form in which they are compared: where the way stands first. */
  ways: ReadonlyMap<string, Way>;
  /** By the word in that form: the file that says so. */
  inputOnly: ReadonlyMap<string, string>;
}

interface Way {
  order: string;
  file: string;
  strength: string;
  group: number;
}

interface Group {
  file: string;
  index: number;
  /** Sorts as the groups stand: by file, then by place. */
  order: string;
  strength: string;
  place: Place;
  ways: { key: string; shown: string }[];
  offered: { text: string; place: Place }[];
  inputOnly: string[];
}
