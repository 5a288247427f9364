import { toMatchingKey } from '../../text/matching-key.ts';
import { tokenise, type KanaWords } from '../../text/tokenise.ts';
import { fieldToken, type DisplayDocument } from '../index-format.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { NamedValue, OtherPage, OtherPages, SearchRequest } from './answer.ts';
import { isWeighty, pagesWithMeaning } from './find-strict-matches.ts';
import { scoreDocuments, matchedTerms, pagesWithWord, type PostingsOf } from './score-documents.ts';
import { markText } from './mark-text.ts';
import type { SearchIndex } from './search-index.ts';
import { termsToMark } from './show-result.ts';
import { wholeFragments } from './whole-fragments.ts';

/**
 * Finds pages that are no Q&A (groups, topics, events, まち自慢, pages about the site) and hold every unit of the query,
 * best first. `total` counts all of them, `pages` holds at most six. They are shown apart from the results and have no
 * influence on how Q&As are ranked, counted and filtered. Rejects if the index cannot be read.
 */
export async function findOthers(plan: QueryPlan, index: SearchIndex, kanaWords: KanaWords): Promise<OtherPages> {
  const units = plan.units.filter((unit) => isWeighty(plan, unit));
  if (!index.lookUpOthers || !index.otherCount || units.length === 0) return { total: 0, pages: [] };
  const excluded = plan.excluded.map((word) =>
    tokenise(word, kanaWords)
      .flatMap((each) => [...each.tokens])
      .map(({ text, kind }) => ({ token: text, kind })),
  );
  const tokens = [...plan.terms.map(({ token }) => token), ...excluded.flat().map(({ token }) => token)];
  const postings = await index.lookUpOthers([...new Set(tokens)]);
  const excludedPages = excluded.map((word) => pagesWithWord(word, postings));
  const scores = scoreDocuments(plan, postings, index.otherCount);
  const holding = pagesWithAll(plan, units, postings).filter((page) => !excludedPages.some((pages) => pages.has(page)));
  const best = Math.max(0, ...holding.map((page) => scores[page] ?? 0));
  // Pages that only mention a thing are left out if another page is about it.
  const ranked = holding
    .filter((page) => (scores[page] ?? 0) >= best * minScoreShare)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const read = (page: number) => index.readDocument(index.pageCount + page);
  const needed = [...plan.phrases, ...wholeFragments(plan)];
  if (needed.length === 0)
    return {
      total: ranked.length,
      pages: await Promise.all(
        ranked.slice(0, maxShown).map(async (page) => show(plan, postings, page, await read(page), kanaWords)),
      ),
    };
  const documents = await Promise.all(
    ranked.slice(0, maxRead).map(async (page) => ({ page, document: await read(page) })),
  );
  const verbatim = documents.filter(({ document }) => holdsPhrases(document, needed));
  return {
    total: verbatim.length,
    pages: verbatim.slice(0, maxShown).map(({ page, document }) => show(plan, postings, page, document, kanaWords)),
  };
}

/** Share of the best score that a page needs to be shown. */
const minScoreShare = 0.4;
/** More would be a second list of results. */
const maxShown = 6;
/** Pages whose text is read to look for quoted phrases. */
const maxRead = 30;

function pagesWithAll(plan: QueryPlan, units: readonly (readonly number[])[], postings: PostingsOf): number[] {
  const [first, ...rest] = units.map((unit) => {
    const meanings = plan.meanings.filter(
      (meaning) => meaning.words.length > 0 && meaning.words.every((word) => unit.includes(word)),
    );
    const whole = meanings.filter((meaning) => coversMost(plan, unit, meaning.typed));
    return new Set(whole.flatMap((meaning) => [...pagesWithMeaning(meaning, postings, 'nearly')]));
  });
  return [...(first ?? [])].filter((page) => rest.every((pages) => pages.has(page)));
}

/**
 * Whether a meaning covers at least two thirds of the letters of a unit: a synonym of half a compound is not enough.
 */
function coversMost(plan: QueryPlan, unit: readonly number[], typed: string): boolean {
  const length = unit.reduce((sum, word) => sum + (plan.words[word]?.typed.length ?? 0), 0);
  return typed.length * 3 >= length * 2;
}

function holdsPhrases({ question, summary }: DisplayDocument, phrases: readonly string[]): boolean {
  const key = toMatchingKey(`${question}\n${summary}`);
  return phrases.every((phrase) => key.includes(toMatchingKey(phrase)));
}

function show(
  plan: QueryPlan,
  postings: PostingsOf,
  page: number,
  { url, question, summary, meta }: DisplayDocument,
  kanaWords: KanaWords,
): OtherPage {
  const terms = termsToMark(matchedTerms(plan, postings, page), plan);
  return {
    url,
    title: markText(question, terms, kanaWords),
    summary: markText(summary, terms, kanaWords),
    kind: meta['kind'] ?? '',
  };
}

/** The groups that the query names and that are not chosen as a filter yet; the page offers each as a filter. */
export function offerGroups(plan: QueryPlan, postings: PostingsOf, chosen: SearchRequest['filters']): NamedValue[] {
  const start = fieldToken('group', '');
  const named = new Map(
    plan.fields
      .filter(({ token }) => token.startsWith(start) && postings(token).pages.length > 0)
      .map(({ token, label }) => [token.slice(start.length), label]),
  );
  return [...named].flatMap(([value, label]) =>
    chosen['group']?.includes(value) ? [] : [{ name: 'group', value, label }],
  );
}
