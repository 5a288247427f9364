import { answererFacets, introduceAnswerer, prefectureName } from '../library/answerers.ts';
import { writeGrounds } from '../library/grounds.ts';
import type { LibraryQa } from '../library/library-qa.ts';
import { address, paths } from '../links/address.ts';
import { statuses, type Status } from '../schema/choices.ts';
import type { IndexDocument, Section } from '../search/record.ts';
import { siteWords } from '../strings/site.ts';

/** How far a page sinks that may no longer hold. */
const priors: Record<Status, number> = { current: 1, 'needs-review': 0.85, outdated: 0.7, withdrawn: 0 };

/** What of each Q&A is searched, in the given order; withdrawn ones are left out. `parents` leads from a topic to the one above it. */
export function toIndexDocuments(qas: readonly LibraryQa[], parents: ReadonlyMap<string, string | undefined>): IndexDocument[] {
  return qas.filter((qa) => qa.status !== 'withdrawn').map((qa) => toDocument(qa, parents));
}

function toGrounds(qa: LibraryQa): Section[] {
  const text = writeGrounds(qa)
    .map((line) => line.replace(/ <https?:[^>]*>$/, ''))
    .join('\n');
  return text === '' ? [] : [{ anchor: 'grounds', heading: siteWords.grounds, text, kind: 'body' }];
}

function toDocument(qa: LibraryQa, parents: ReadonlyMap<string, string | undefined>): IndexDocument {
  const { kinds, populations } = answererFacets(qa);
  const first = qa.answers[0];
  const withParents = qa.topics.flatMap((id) => [id, parents.get(id) ?? id]);
  return {
    id: qa.id,
    url: address(paths.qa(qa.id)),
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
      ...(qa.body?.sections ?? []).map((section) => ({ ...section, kind: 'body' as const })),
      ...toGrounds(qa),
    ],
    meta: {
      answered: qa.answered,
      answerer: first ? introduceAnswerer(first.by, qa.provenance) : '',
      status: qa.shownStatus,
      statusName: statuses[qa.shownStatus],
      groupName: `${prefectureName(qa.group)}人会`,
      provenance: qa.provenance,
    },
    filters: {
      group: [qa.group],
      topic: [...new Set(withParents)],
      kind: kinds,
      population: populations,
      year: [qa.answered.slice(0, 4)],
      status: [qa.shownStatus],
    },
    date: qa.answered,
    prior: priors[qa.shownStatus],
  };
}
