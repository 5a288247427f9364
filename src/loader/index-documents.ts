import { answererFacets, prefectureName } from '../library/answerers.ts';
import { writeGrounds } from '../library/grounds.ts';
import type { LibraryQa } from '../library/library-qa.ts';
import { creditOf, placeInShort } from '../library/qa-facts.ts';
import { shownStates } from '../library/status.ts';
import { address, paths } from '../links/address.ts';
import { filePaths } from '../links/file-paths.ts';
import type { Status } from '../schema/choices.ts';
import { fieldToken, writeUpAnchor, type IndexDocument, type Section } from '../search/index-format.ts';
import { withoutSamples } from '../strings/provenance.ts';
import { siteWords } from '../strings/site.ts';

/** How far a page sinks that may no longer hold. */
const priors: Record<Status, number> = { current: 1, 'needs-review': 0.85, outdated: 0.7, withdrawn: 0 };

/**
 * What of each Q&A is searched, in the given order; withdrawn ones are left out. `parents` leads from a topic to the
 * one above it; addresses begin with `basePath`.
 */
export function toIndexDocuments(
  qas: readonly LibraryQa[],
  parents: ReadonlyMap<string, string | undefined>,
  basePath: string,
): IndexDocument[] {
  return qas.filter((qa) => qa.status !== 'withdrawn').map((qa) => toDocument(qa, parents, basePath));
}

function toGrounds(qa: LibraryQa): Section[] {
  const text = writeGrounds(qa)
    .map((line) => line.replace(/ <https?:[^>]*>$/, ''))
    .join('\n');
  return text === '' ? [] : [{ anchor: 'grounds', heading: siteWords.grounds, text, kind: 'body' }];
}

/** What a reader sees around the texts. */
function toFacts(qa: LibraryQa): Section[] {
  const labels = [...new Set(qa.answers.flatMap(({ by }) => by.label ?? []))];
  const sources = qa.sources.map(({ title }) => title);
  return [
    { anchor: 'answers', heading: siteWords.answeredBy, text: labels.join('\n'), kind: 'fact' as const },
    { anchor: 'sources', heading: siteWords.sources, text: sources.join('\n'), kind: 'fact' as const },
  ].filter(({ text }) => text !== '');
}

/** What stands before the first heading of a body. */
const opening = { anchor: writeUpAnchor, heading: siteWords.writeUp };

/**
 * A page is found by the name of its group before one that only tells of the prefecture; topics and days add a little.
 */
const fieldWeights = { group: 2, answerer: 1, topic: 0.5, kind: 1, status: 1, day: 1 };

function toFields(qa: LibraryQa, topics: readonly string[], kinds: readonly string[]): (readonly [string, number])[] {
  const elsewhere = qa.answers.map(({ by }) => by.prefecture).filter((prefecture) => prefecture !== qa.group);
  const dates = [...new Set([qa.answered, ...qa.answers.map(({ date }) => date)])];
  const weighed = (field: string, values: readonly string[], weight: number) =>
    [...new Set(values)].map((value) => [fieldToken(field, value), weight] as const);
  return [
    ...weighed('group', [qa.group], fieldWeights.group),
    ...weighed('group', elsewhere, fieldWeights.answerer),
    ...weighed('topic', topics, fieldWeights.topic),
    ...weighed('kind', kinds, fieldWeights.kind),
    ...weighed('status', [qa.shownStatus], fieldWeights.status),
    ...weighed(
      'day',
      dates.flatMap((date) => [date.slice(0, 4), date.slice(0, 7), date]),
      fieldWeights.day,
    ),
  ];
}

function toDocument(qa: LibraryQa, parents: ReadonlyMap<string, string | undefined>, basePath: string): IndexDocument {
  const { kinds, populations } = answererFacets(qa);
  const withParents = qa.topics.flatMap((id) => [id, parents.get(id) ?? id]);
  return {
    id: qa.id,
    url: address(paths.qa(qa.id), basePath),
    question: qa.question,
    aliases: qa.aliases,
    summary: qa.summary,
    sections: [
      ...qa.answers.map((_answer, index) => ({
        anchor: `a${index + 1}`,
        heading: `${siteWords.answers}${index + 1}`,
        text: qa.answerTexts[index]?.sections.map((section) => section.text).join('\n') ?? '',
        kind: 'answer' as const,
      })),
      ...(qa.body?.sections ?? []).map((section) => ({
        ...section,
        ...(section.anchor === '' ? opening : {}),
        kind: 'body' as const,
      })),
      ...toGrounds(qa),
      ...toFacts(qa),
    ],
    meta: {
      answered: qa.answered,
      answerer: creditOf(qa),
      status: qa.shownStatus,
      statusName: shownStates[qa.shownStatus],
      place: placeInShort(qa.provenance, prefectureName(qa.group)),
      provenance: qa.provenance,
      bodies: [...new Set(qa.answers.map(({ by }) => `${by.kind}/${by.population}`))].join(' '),
    },
    filters: {
      group: [qa.group],
      topic: [...new Set(withParents)],
      kind: kinds,
      population: populations,
      year: [qa.answered.slice(0, 4)],
      status: [qa.shownStatus],
      provenance: qa.provenance === 'sample' ? [qa.provenance] : [qa.provenance, withoutSamples.value],
    },
    date: qa.answered,
    prior: priors[qa.shownStatus],
    fields: toFields(qa, withParents, kinds),
    addresses: [paths.qa(qa.id), filePaths.markdown(qa.id), ...qa.redirectFrom],
  };
}
