import { introduceAnswerer, prefectureName } from '../../library/answerers.ts';
import { yearlyMonths } from '../../library/months.ts';
import type { LibraryQa } from '../../library/qas.ts';
import type { Practice } from '../../schema/basis.ts';
import { prefectures } from '../../schema/prefectures.ts';
import { paths } from '../address.ts';
import type { Absolute } from '../structured-data.ts';
import type { DataRecord } from './record.ts';

/** A Q&A as open data. Aliases stay inside: they are for our search, not statements. */
export function toDataRecord(qa: LibraryQa, topicNames: ReadonlyMap<string, string>, absolute: Absolute): DataRecord {
  return {
    id: qa.id,
    url: absolute(paths.qa(qa.id)),
    question: qa.question,
    summary: qa.summary,
    answers: qa.answers.map((answer, index) => ({
      number: index + 1,
      kind: answer.by.kind,
      population: answer.by.population,
      prefectureCode: prefectureCode(answer.by.prefecture),
      organisationCode: answer.by.organisation ?? null,
      answerer: introduceAnswerer(answer.by, qa.provenance),
      date: answer.date,
      text: plainText(qa.answerTexts[index]),
      markdown: answer.text,
    })),
    writeUp: plainText(qa.body),
    topics: qa.topics.map((id) => ({ id, name: topicNames.get(id) ?? id })),
    prefectureCode: prefectureCode(qa.group),
    group: `${prefectureName(qa.group)}人会`,
    asked: qa.provenance === 'chat' ? qa.asked : null,
    answered: qa.provenance === 'chat' ? qa.answered : null,
    published: qa.provenance === 'article' ? qa.answered : null,
    created: qa.provenance === 'sample' ? qa.answered : null,
    changed: qa.changed,
    status: qa.shownStatus,
    reviewBy: qa.reviewBy,
    provenance: qa.provenance,
    sources: qa.sources.map((source) => ({ title: source.title, url: source.url ?? null })),
    basis: qa.basis.map(({ law, article, since, url, checked }) => ({
      law,
      article: article ?? null,
      since: since ?? null,
      url: url ?? null,
      checked,
    })),
    practice: qa.practice ? toPractice(qa.practice) : null,
    months: [...yearlyMonths(qa)],
    version: qa.version,
  };
}

function toPractice({ decides, forms, budget, assembly }: Practice): DataRecord['practice'] {
  return { decides: decides ?? null, forms: forms ?? null, budget: budget ?? null, assembly: assembly ?? null };
}

function plainText(text: LibraryQa['body'] | undefined): string {
  return (text?.sections ?? [])
    .map((section) => [section.heading, section.text].filter((part) => part !== '').join('\n'))
    .join('\n\n');
}

function prefectureCode(id: string): string {
  return prefectures.find((prefecture) => prefecture.id === id)?.code ?? '';
}
