import { prefectures } from '../../schema/prefectures.ts';
import { findingAt, type Finding, type Place, type Severity } from '../finding.ts';
import { nearestWord } from '../nearest-word.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import type { Site } from '../site.ts';
import { textAt, textsAt } from '../values.ts';

/**
 * Everything that a document refers to has to exist: topics, related questions, groups, neighbours, the parent topic.
 */
export const references: SiteRule = ({ document }, site) => {
  const report: Report = (place, message, severity = 'error') =>
    findingAt(document, place, { rule: 'references', severity, message });
  switch (document.collection) {
    case 'qa':
      return [
        ...checkGroup(document, site, report),
        ...checkTopics(document, site, report),
        ...checkRelated(document, site, report),
      ];
    case 'events':
    case 'pride':
      return checkGroup(document, site, report);
    case 'topics':
      return checkParent(document, site, report);
    case 'groups':
      return checkNeighbours(document, site, report);
    default:
      return [];
  }
};

function checkGroup(document: AnyDocument, site: Site, report: Report): Finding[] {
  const group = textAt(document.value, 'group');
  const isPrefecture = prefectures.some(({ id }) => id === group);
  if (group === undefined || !isPrefecture || site.groups.has(group)) return [];
  return [
    report(
      { path: ['group'] },
      `都道府県人会「${group}」のページがありません。「content/groups/${group}.yaml」を作ってください。`,
    ),
  ];
}

function checkTopics(document: AnyDocument, site: Site, report: Report): Finding[] {
  const topics = textsAt(document.value, 'topics');
  return [
    ...topics
      .filter(({ text }) => !site.topics.has(text))
      .map(({ text, index }) =>
        report(
          { path: ['topics', index] },
          `話題「${text}」がありません。${suggestTopic(text, site)}話題の一覧にあるIDを選んでください。`,
        ),
      ),
    ...findRepeated(topics).map(({ text, index }) =>
      report({ path: ['topics', index] }, `話題「${text}」が二度書かれています。一つを消してください。`, 'warning'),
    ),
  ];
}

function checkRelated(document: AnyDocument, site: Site, report: Report): Finding[] {
  const own = textAt(document.value, 'id') ?? document.id;
  const related = textsAt(document.value, 'related');
  const findings = related.flatMap(({ text, index }) => {
    const place: Place = { path: ['related', index] };
    if (text === own) return [report(place, '関連する質問に自分自身のIDがあります。その行を消してください。')];
    const [target] = site.qas.get(text) ?? [];
    if (!target)
      return [
        report(
          place,
          `関連する質問「${text}」がありません。${suggest(text, site.qas)}正しいIDに直すか、消してください。`,
        ),
      ];
    return textAt(target.value, 'status') === 'withdrawn'
      ? [report(place, `関連する質問「${text}」は取り下げられています。消してください。`, 'warning')]
      : [];
  });
  return [
    ...findings,
    ...findRepeated(related).map(({ text, index }) =>
      report(
        { path: ['related', index] },
        `関連する質問「${text}」が二度書かれています。一つを消してください。`,
        'warning',
      ),
    ),
  ];
}

/** Topics have two levels: the parent of a topic has no parent of its own. */
function checkParent(document: AnyDocument, site: Site, report: Report): Finding[] {
  const parent = textAt(document.value, 'parent');
  if (parent === undefined) return [];
  const place: Place = { path: ['parent'] };
  if (parent === document.id)
    return [report(place, '上の話題に自分自身のIDがあります。別の話題にするか、行ごと消してください。')];
  const above = site.topics.get(parent);
  if (!above)
    return [
      report(
        place,
        `上の話題「${parent}」がありません。${suggestTopic(parent, site)}話題の一覧にあるIDに直してください。`,
      ),
    ];
  const top = textAt(above.value, 'parent');
  return top === undefined
    ? []
    : [report(place, `話題が三段になっています。上の話題を「${parent}」ではなく「${top}」にしてください。`)];
}

function checkNeighbours(document: AnyDocument, site: Site, report: Report): Finding[] {
  const neighbours = textsAt(document.value, 'neighbours');
  const findings = neighbours.flatMap(({ text, index }) => {
    const place: Place = { path: ['neighbours', index] };
    if (text === document.id) return [report(place, '隣の都道府県に自分自身があります。消してください。')];
    const other = site.groups.get(text);
    if (!other || textsAt(other.value, 'neighbours').some((back) => back.text === document.id)) return [];
    return [
      report(
        place,
        `「${text}」の側の隣に「${document.id}」がありません。「${other.file}」に加えるか、こちらから消してください。`,
      ),
    ];
  });
  return [
    ...findings,
    ...findRepeated(neighbours).map(({ text, index }) =>
      report(
        { path: ['neighbours', index] },
        `隣の都道府県「${text}」が二度書かれています。一つを消してください。`,
        'warning',
      ),
    ),
  ];
}

function findRepeated(items: readonly Item[]): Item[] {
  return items.filter(({ text }, index) => items.findIndex((other) => other.text === text) < index);
}

/** The nearest topic's id; people also write the name of a topic, as they see it on the page. */
function suggestTopic(word: string, site: Site): string {
  const named = [...site.topics.values()].find((topic) => textAt(topic.value, 'name') === word);
  return suggest(named?.id ?? word, site.topics);
}

function suggest(word: string, known: ReadonlyMap<string, unknown>): string {
  const nearest = nearestWord(word, known.keys());
  return nearest === undefined ? '' : `「${nearest}」の間違いかもしれません。`;
}

type Report = (place: Place, message: string, severity?: Severity) => Finding;

interface Item {
  text: string;
  index: number;
}
