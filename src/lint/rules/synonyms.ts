import { isKeyOf, synonymStrengths } from '../../schema/choices.ts';
import { toWordKey } from '../../text/matching-key.ts';
import { standsInEverydayKana } from '../everyday-kana.ts';
import { findingAt, type Finding } from '../finding.ts';
import { isMerePart } from '../mere-part.ts';
import { outdatedWords } from '../outdated-words.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import { findDifference } from '../confusable-words.ts';
import { indexVocabulary, listGroups, wayKey, type VocabularyGroup } from '../vocabulary-index.ts';

/** `same` is for words that are interchangeable in an office, and no word may be found inside others by chance. */
export const synonyms: SiteRule = ({ document }, site) => {
  if (document.collection !== 'vocabulary') return [];
  const { ways, twins } = indexVocabulary(site);
  return listGroups(document).flatMap((group) => [
    ...(group.strength === 'same' ? findFalseTwins(document, group) : findChains(document, group, ways, twins)),
    ...findByChance(document, group),
    ...findOutdated(document, group),
  ]);
};

function findFalseTwins(document: AnyDocument, group: VocabularyGroup): Finding[] {
  return [...findConfusedPairs(document, group), ...findParts(document, group)];
}

/** 給与 is not 給料: pairs that are taken for one another and that law or office keep apart. */
function findConfusedPairs(document: AnyDocument, { ways, place }: VocabularyGroup): Finding[] {
  const pair = ways.find(({ from, to }) => findDifference(from, to));
  if (!pair) return [];
  const difference = findDifference(pair.from, pair.to) ?? '';
  const message = `「${pair.from}」と「${pair.to}」は別のものです（${difference}）。近さを「近い意味」（near）か「関連する言葉」（related）にしてください。`;
  return [findingAt(document, place, { rule: 'synonyms', severity: 'warning', message })];
}

/** A part is not the whole (歳入, 歳入予算), unless what is left adds nothing (依頼文書) or the whole was cut short (プロポ). */
function findParts(document: AnyDocument, { ways, isOneWay, place }: VocabularyGroup): Finding[] {
  const found = ways.flatMap(({ key, from, to }) => {
    const [typed, target] = key.split('\n') as [string, string];
    return isMerePart(target, typed) ? [{ part: to, whole: from }] : [];
  });
  const [one] = found;
  if (!one) return [];
  const more = found.length > 1 ? `（ほか${found.length - 1}組）` : '';
  const advice = isOneWay
    ? '近さを「近い意味」（near）にしてください。'
    : '短い言葉から長い言葉へだけつなぐ（to）か、近さを「近い意味」（near）にしてください。';
  const message = `「${one.part}」は「${one.whole}」の一部です${more}。一部は全体と同じではありません。${advice}`;
  return [findingAt(document, place, { rule: 'synonyms', severity: 'warning', message })];
}

/** What two words that are the same as a third say of each other cannot be less, unless one is a part of the other. */
function findChains(
  document: AnyDocument,
  group: VocabularyGroup,
  ways: Index['ways'],
  twins: Index['twins'],
): Finding[] {
  const isSame = (from: string, to: string) => ways.get(wayKey(from, to))?.strength === 'same';
  for (const { key, from, to } of group.ways) {
    const [start, end] = key.split('\n') as [string, string];
    if (isMerePart(end, start) || isMerePart(start, end)) continue;
    const middle = twins.get(start)?.find((twin) => isSame(twin, end) && isSame(end, twin));
    if (middle === undefined) continue;
    const strength = isKeyOf(synonymStrengths, group.strength) ? synonymStrengths[group.strength] : group.strength;
    const message = `「${from}」と「${to}」はここでは「${strength}」ですが、どちらも「${middle}」と「${synonymStrengths.same}」です。どれかの近さを直してください。`;
    return [findingAt(document, group.place, { rule: 'synonyms', severity: 'warning', message })];
  }
  return [];
}

/** Words are looked for anywhere in a text: けが stands in 届けが, いるか in しているか. */
function findByChance(document: AnyDocument, { words, inputOnly }: VocabularyGroup): Finding[] {
  return [...words, ...inputOnly].flatMap(({ text, place }) => {
    const inside = standsInEverydayKana(text);
    if (inside === undefined) return [];
    const message = `「${text}」は「${inside}」のような言い回しの中にも現れます。漢字で書くか、前後の言葉を付けて長くしてください（例: けがをした）。`;
    return [findingAt(document, place, { rule: 'synonyms', severity: 'warning', message })];
  });
}

/** What hurts or is out of use is understood and never offered. */
function findOutdated(document: AnyDocument, { words, to }: VocabularyGroup): Finding[] {
  return [...words, ...to].flatMap(({ text, place }) => {
    if (!outdatedKeys.has(toWordKey(text))) return [];
    const message = `「${text}」は古い言葉か、人を傷つける言葉です。「入力だけに使う言葉」（inputOnly）に移してください。`;
    return [findingAt(document, place, { rule: 'synonyms', severity: 'warning', message })];
  });
}

const outdatedKeys = new Set(outdatedWords.map(toWordKey));

type Index = ReturnType<typeof indexVocabulary>;
