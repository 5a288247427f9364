import { toWordKey } from '../../text/matching-key.ts';
import { findingAt, type Finding } from '../finding.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import { indexVocabulary, listGroups } from '../vocabulary-index.ts';

/**
 * Each way from a word to another stands in the vocabulary once, with one strength; and what is for input only is
 * offered nowhere. A way is reported where it stands a second time, files in the order of their names.
 */
export const vocabulary: SiteRule = ({ document }, site) => {
  if (document.collection !== 'vocabulary') return [];
  const index = indexVocabulary(site);
  return [...findRepeatedWays(document, index), ...findOffered(document, index)];
};

function findRepeatedWays(document: AnyDocument, { ways }: VocabularyIndex): Finding[] {
  return listGroups(document).flatMap((group) => {
    const earlier = group.ways.flatMap(({ key, from, to }) => {
      const first = ways.get(key);
      return first && first.order < group.order ? [{ shown: `${from} → ${to}`, first }] : [];
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
  return listGroups(document).flatMap(({ words, to }) =>
    [...words, ...to].flatMap(({ text, place }) => {
      const file = inputOnly.get(toWordKey(text));
      if (file === undefined) return [];
      const message = `「${text}」は「${file}」で「入力だけに使う言葉」です。ここからは消すか、「入力だけに使う言葉」（inputOnly）に移してください。`;
      return [findingAt(document, place, { rule: 'vocabulary', message })];
    }),
  );
}

type VocabularyIndex = ReturnType<typeof indexVocabulary>;
