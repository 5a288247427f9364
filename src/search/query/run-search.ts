import { tokenise } from '../../text/tokenise.ts';
import { analyseQuery, type QueryPlan } from './analyse-query.ts';
import type { SearchAnswer, SearchRequest } from './answer.ts';
import { bringNear } from './bring-near.ts';
import { findLeftOut, makeIsHeld } from './explain.ts';
import { countValues, makePageFilter } from './filter-pages.ts';
import { needsLoans } from './find-marks.ts';
import { findOthers, offerGroups } from './find-others.ts';
import { findRequest } from './find-request.ts';
import { countUnits, isWeighty } from './find-strict-matches.ts';
import { lookUp } from './look-up.ts';
import { mayGoOn } from './may-go-on.ts';
import { isOnlyGrammar, keepPhrases, makeWordFilter, pagesNamed } from './quoted-phrases.ts';
import { asFound, keepWhole, rank } from './rank.ts';
import { matchedTerms } from './score-documents.ts';
import type { SearchIndex } from './search-index.ts';
import { showResult } from './show-result.ts';
import { maxPagesRead, wholeText } from './whole-text.ts';

/** Answers one request: analyse, look up, correct slips, rank, narrow, show. */
export async function runSearch(asked: SearchRequest, index: SearchIndex): Promise<SearchAnswer> {
  const request = { ...asked, text: await withoutDots(findRequest(asked.text), index) };
  const isFiltered = Object.values(request.filters).some((values) => values.length > 0);
  const [vocabulary, facets] = await Promise.all([
    index.readVocabulary(request.text),
    isFiltered || request.near || request.counts !== false ? index.readFacets() : undefined,
  ]);
  const isAllowed = makePageFilter(request.filters, facets);

  const typed = analyseQuery(request.text, vocabulary);
  const wantsAll = isFiltered || countUnits(typed) < 2 || typed.phrases.length + typed.excluded.length > 0;
  const { plan, postings, suggestion } = await lookUp(typed, index, vocabulary.kanaWords, wantsAll);

  const named = pagesNamed(plan, vocabulary.names ?? [], postings);
  const isWanted = makeWordFilter(plan, postings, vocabulary.kanaWords, named);
  const isUnchosen = plan.terms.length === 0 || isOnlyGrammar(plan, postings, vocabulary.kanaWords);
  const ranked = isUnchosen ? asFound(allPages(index, plan).filter(isWanted)) : rank(plan, postings, index, isWanted);
  const found = await keepWhole(ranked, plan, postings, index);
  const isByDate = request.sort === 'date' || isUnchosen;
  const dates = isByDate ? await index.readDates() : [];
  const arrange = async (pages: readonly number[]): Promise<readonly number[]> => {
    const allowed = isFiltered ? pages.filter(isAllowed) : pages;
    const inOrder = isByDate ? newestFirst(allowed, dates) : bringNear(allowed, found.scores, request.near, facets);
    return await keepPhrases(inOrder, plan, index, named, isUnchosen ? maxReadUnchosen : maxPagesRead);
  };
  const [likely, touching] = await Promise.all([arrange(found.likely), arrange(found.touching)]);
  const pages = request.withTouching === true ? [...likely, ...touching] : likely;

  const shown = pages.slice(request.offset, request.offset + request.limit);
  const matched = shown.map((page) => matchedTerms(plan, postings, page));
  const documents = await Promise.all(shown.map((page) => index.readDocument(page)));
  const read = documents.map((document) => ({ text: () => wholeText(document) }));
  const { kanaWords } = vocabulary;
  if (kanaWords.loans.size === 0 && documents.some((document) => needsLoans(wholeText(document), plan.terms)))
    await index.readVocabulary('', true);
  const isHeld = makeIsHeld(plan, postings);
  const leftOut = findLeftOut(plan, read, postings);
  const isLacking = likely.length === 0 || suggestion !== undefined || leftOut.length + found.missing.length > 0;
  return {
    total: likely.length,
    touching: touching.length,
    results: documents.map((document, place) =>
      showResult(document, shown[place] ?? 0, matched[place] ?? [], { plan, isHeld, kanaWords }),
    ),
    filterCounts:
      facets && request.counts !== false
        ? countValues(plan.phrases.length > 0 ? likely : found.likely, request.filters, facets)
        : {},
    missing: found.missing,
    leftOut,
    ...(request.isTyping === true && isLacking && (await mayGoOn(asked.text, vocabulary, index.readWords))
      ? { mayGoOn: true }
      : {}),
    asked: listAsked(plan),
    ...(suggestion === undefined ? {} : { suggestion }),
    others: await findOthers(typed, index, vocabulary.kanaWords),
    narrow: offerGroups(typed, postings, request.filters),
  };
}

/** ガイド・ブック is ガイドブック where a page says that; elsewhere a dot stands between two words. */
async function withoutDots(text: string, index: SearchIndex): Promise<string> {
  const runs = text.normalize('NFKC').split(/[^ァ-ヺー・]/u);
  const dotted = [...new Set(runs.filter((run) => /[^・]・[^・]/u.test(run)))];
  if (dotted.length === 0) return text;
  const wholes = dotted.map((word) => ({ word, token: tokenise(word.replaceAll('・', ''))[0]?.tokens[0]?.text ?? '' }));
  const postings = await index.lookUp(
    wholes.map(({ token }) => token),
    false,
  );
  return wholes.reduce(
    (said, { word, token }) =>
      postings(token).pages.length > 0 ? said.replaceAll(word, word.replaceAll('・', '')) : said,
    text.normalize('NFKC'),
  );
}

/** Without what stop phrases leave no weight. */
function listAsked(plan: QueryPlan): string[] {
  return plan.units.flatMap((unit) => {
    const [first, last] = [plan.words[unit[0] ?? 0], plan.words[unit.at(-1) ?? 0]];
    return isWeighty(plan, unit) && first && last ? [plan.asWritten(first.start, last.end)] : [];
  });
}

/** Without a word to look for: every page if nothing was typed, or only a phrase of which no token came; else none. */
function allPages(index: SearchIndex, plan: QueryPlan): number[] {
  return plan.text === '' || plan.phrases.length > 0 ? Array.from({ length: index.pageCount }, (_, page) => page) : [];
}

function newestFirst(pages: readonly number[], dates: readonly number[]): number[] {
  return [...pages].sort((a, b) => (dates[b] ?? 0) - (dates[a] ?? 0));
}

const maxReadUnchosen = 1_000;
