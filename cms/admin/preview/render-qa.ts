import { introduceAnswerer, prefectureName } from '../../../src/library/answerers.ts';
import { belongsTo, listFacts, type Fact } from '../../../src/library/qa-facts.ts';
import { statusOn } from '../../../src/library/status.ts';
import {
  isKeyOf,
  organisationKinds,
  populationBands,
  provenances,
  statuses,
  type Provenance,
  type Status,
} from '../../../src/schema/choices.ts';
import type { AnsweredBy } from '../../../src/schema/qa.ts';
import { provenanceWords } from '../../../src/strings/provenance.ts';
import { siteWords } from '../../../src/strings/site.ts';
import { html, type Html } from './page-html.ts';
import { day, grounds, recordOf, sources, text, writtenText, listOf } from './parts.ts';

/**
 * The Q&A's page as readers will see it, from a form that may be half filled. The markup is that of the page itself, so
 * that the site's own styles apply.
 */
export function renderQa(data: Record<string, unknown>, { base, today, topicNames }: PreviewContext): Html {
  const answers = listOf(data['answers']).map((answer) => ({
    by: readAnswerer(recordOf(answer['by'])),
    date: text(answer['date']),
    text: text(answer['text']),
  }));
  const provenance = choiceOf<Provenance>(provenances, data['provenance'], 'chat');
  const written = choiceOf<Status>(statuses, data['status'], 'current');
  const status = statusOn(today, { status: written, reviewBy: text(data['reviewBy']) || '9999-12-31' });
  const answered = answers
    .map(({ date }) => date)
    .reduce((newest, date) => (date > newest ? date : newest), text(data['asked']));
  const withdrawn = recordOf(data['withdrawn']);
  const body = text(data['body']);
  const isUsual = status !== 'needs-review' && status !== 'outdated';
  const named = listOf(data['sources']).map((source) => ({ title: text(source['title']) }));
  const reviewBy = text(data['reviewBy']);
  const facts = listFacts({
    provenance,
    answers,
    sources: named.filter(({ title }) => title !== ''),
    answered,
    shownStatus: status,
    reviewBy,
  });
  const introduce = (by: AnsweredBy) => introduceAnswerer(by, provenance);

  const group = text(data['group']);
  const belonging = belongsTo(provenance, group === '' ? '（未選択の県）' : prefectureName(group));

  const article =
    written === 'withdrawn'
      ? html`<h1>この回答は取り下げられました</h1>
          <p>取り下げた日：${day(text(withdrawn['date']))}</p>
          <p>理由：${text(withdrawn['reason']) || '公表していません。'}</p>`
      : html`<header class="qa-header">
            <h1>${text(data['question']) || '（質問）'}</h1>
            ${!isUsual && html`<p class="notice notice-warning status-strip">${status === 'outdated' ? siteWords.outdated : siteWords.needsReview}</p>`}
            <div class="answer-box">
              <p class="answer-box-label">${siteWords.summary}</p>
              <p class="answer-box-text">${text(data['summary'])}</p>
            </div>
            <dl class="facts facts-line">
              <div class="fact-provenance">
                <dt>由来</dt>
                <dd><span class="tag tag-${provenance}">${provenances[provenance]}</span></dd>
              </div>
              ${facts.map(
                (fact) =>
                  html`<div class="fact-${fact.kind}">
                    <dt>${fact.label}</dt>
                    <dd>${showFact(fact, status)}</dd>
                  </div>`,
              )}
            </dl>
          </header>
          <section class="answers">
            <h2 id="answers">${siteWords.answers}<span class="count">${answers.length}件</span></h2>
            ${answers.map(
              (answer, index) =>
                html`<section class="answer">
                  <p class="answer-by">
                    <span class="answer-number">${siteWords.answers}${index + 1}</span
                    ><span>${day(answer.date, true)}${provenanceWords[provenance].daySuffix}</span
                    ><span>${introduce(answer.by)}</span>
                  </p>
                  <div class="prose">${writtenText(answer.text, base, `a${index + 1}-`, 1)}</div>
                </section>`,
            )}
          </section>
          ${provenance === 'sample' && html`<p class="notice notice-sample"><strong class="tag tag-sample">${siteWords.sample}</strong>${siteWords.sampleExplained}</p>`}
          ${body.trim() !== '' && html`<section class="write-up"><div class="prose">${writtenText(body, base)}</div></section>`}
          ${grounds(data['basis'], data['practice'])} ${sources(data['sources'])}`;
  const topics = Array.isArray(data['topics']) ? data['topics'].map(String) : [];
  return html`<main id="content">
    <article class="qa-page">
      ${article}
      <section class="qa-around">
        <p class="qa-home-group">${belonging.before}${belonging.link}${belonging.after}</p>
        <ul class="tags">
          ${topics.map((id) => html`<li><span class="tag">${topicNames.get(id) ?? id}</span></li>`)}
        </ul>
      </section>
    </article>
  </main>`;
}

function showFact({ kind, short }: Fact, status: Status): Html {
  return kind === 'state' ? html`<span class="status status-${status}">${short}</span>` : html`${short}`;
}

function readAnswerer(by: Record<string, unknown>): AnsweredBy {
  return {
    kind: choiceOf<AnsweredBy['kind']>(organisationKinds, by['kind'], 'unknown'),
    population: choiceOf<AnsweredBy['population']>(populationBands, by['population'], 'unknown'),
    prefecture: (text(by['prefecture']) || '（都道府県は未選択）') as AnsweredBy['prefecture'],
    ...(text(by['label']) === '' ? {} : { label: text(by['label']) }),
  };
}

/** What a half-filled form has not chosen yet is shown as `otherwise`. */
function choiceOf<Choice extends string>(
  table: Readonly<Record<Choice, string>>,
  written: unknown,
  otherwise: Choice,
): Choice {
  const choice = text(written);
  return isKeyOf(table, choice) ? choice : otherwise;
}

export interface PreviewContext {
  /** The site's own path, with slashes at both ends. */
  base: string;
  /** ISO day in Japan. */
  today: string;
  topicNames: ReadonlyMap<string, string>;
}
