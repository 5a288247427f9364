import { introduceAnswerer, prefectureName } from '../library/answerers.ts';
import { belongsTo, listFacts, type Fact } from '../library/qa-facts.ts';
import { address, paths } from '../links/address.ts';
import { provenances, type Provenance, type Status } from '../schema/choices.ts';
import type { Qa } from '../schema/qa.ts';
import { summaryAnchor, writeUpAnchor } from '../search/index-format.ts';
import { provenanceWords } from '../strings/provenance.ts';
import { siteWords } from '../strings/site.ts';
import { day, factRow, sampleNotice, statusBadge } from './marks.ts';
import { h, join, trusted, type Html, type HtmlChild } from './html.ts';
import { phrases } from './phrases.ts';

/** The parts of a Q&A's page that are made of the entry alone. `base`: the site's path, by default the build's. */

/** The question, a warning where the answer is old or was not looked at in time, and the short answer. */
export function qaHeading({ question, shownStatus, summary }: ShownQa): Html {
  return join(
    h('h1', {}, phrases(question)),
    shownStatus === 'needs-review' && statusStrip(siteWords.needsReview),
    shownStatus === 'outdated' && statusStrip(siteWords.outdated),
    h(
      'div',
      { class: 'answer-box', id: summaryAnchor },
      h('p', { class: 'answer-box-label' }, siteWords.summary),
      h('p', { class: 'answer-box-text' }, summary),
    ),
  );
}

/**
 * What a reader wants to know before believing an answer: where it comes from, whose it is, when, and whether it is
 * kept.
 */
export function qaFacts(qa: ShownQa): Html {
  const tag = h('span', { class: `tag tag-${qa.provenance}` }, provenances[qa.provenance]);
  const facts = listFacts(qa).map((fact) => factRow(fact.label, showFact(fact, qa.shownStatus), fact.kind));
  return h('dl', { class: 'facts facts-line' }, factRow('由来', tag, 'provenance'), facts);
}

/** `texts` are those of the answers, as HTML. */
export function qaAnswers({ answers, provenance }: ShownQa, texts: readonly string[]): Html {
  const count = h('span', { class: 'count' }, `${answers.length}件`);
  return h(
    'section',
    { class: 'answers', 'aria-labelledby': 'answers' },
    h('h2', { id: 'answers' }, siteWords.answers, count),
    answers.map(({ by, date }, index) => {
      const id = `a${index + 1}`;
      const name = `${siteWords.answers}${index + 1}`;
      const number = h('a', { class: 'answer-number', href: `#${id}` }, name);
      const when = h('span', {}, day(date, true), provenanceWords[provenance].daySuffix);
      return h(
        'section',
        { class: 'answer', id, 'aria-label': name },
        h('p', { class: 'answer-by' }, number, when, h('span', {}, introduceAnswerer(by, provenance))),
        h('div', { class: 'prose' }, trusted(texts[index] ?? '')),
      );
    }),
    provenance === 'sample' && sampleNotice(siteWords.sampleExplained),
  );
}

/** `body` is HTML. */
export function qaWriteUp(body: string): Html {
  const prose = h('div', { class: 'prose' }, trusted(body));
  return h('section', { class: 'write-up', id: writeUpAnchor, 'aria-label': siteWords.writeUp }, prose);
}

/** What stays at the address of a Q&A that has been taken back. */
export function withdrawnNotice({ date, reason }: NonNullable<Qa['withdrawn']>, base?: string): Html {
  return join(
    h('h1', {}, 'この回答は取り下げられました'),
    h('p', {}, '取り下げた日：', day(date)),
    h('p', {}, `理由：${reason ?? '公表していません。'}`),
    h('p', {}, h('a', { href: address(paths.search, base) }, 'ほかの回答を検索する')),
  );
}

/** The group that a Q&A belongs to. */
export function qaGroup({ provenance, group }: Pick<ShownQa, 'provenance' | 'group'>, base?: string): Html {
  const { before, link, after } = belongsTo(provenance, prefectureName(group));
  return h('p', { class: 'qa-home-group' }, before, h('a', { href: address(paths.group(group), base) }, link), after);
}

export function qaTopics(topics: readonly { id: string; name: string }[], base?: string): Html {
  const links = topics.map(({ id, name }) =>
    h('li', {}, h('a', { class: 'tag', href: address(paths.topic(id), base) }, name)),
  );
  return h('ul', { class: 'tags', 'aria-label': siteWords.topics }, links);
}

function statusStrip(text: string): Html {
  return h('p', { class: 'notice notice-warning status-strip' }, text);
}

function showFact({ kind, text, short }: Fact, status: Status): HtmlChild {
  if (kind === 'state') return statusBadge(status, short);
  return kind === 'who' ? short : h('time', { datetime: text }, short);
}

/** Of a Q&A what these parts show. */
export interface ShownQa extends Pick<Qa, 'question' | 'summary' | 'reviewBy'> {
  group: string;
  provenance: Provenance;
  shownStatus: Status;
  /** Day of the newest answer, ISO. */
  answered: string;
  answers: readonly Pick<Qa['answers'][number], 'by' | 'date'>[];
  sources: Qa['sources'];
}
