import { foldText } from '../../text/fold-text.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import type { Token } from '../../text/token.ts';
import { functionWordLength } from '../../text/function-words.ts';
import { isLetter, tokenise, type KanaWords } from '../../text/tokenise.ts';
import type { DisplayDocument } from '../index-format.ts';
import type { FieldName } from '../vocabulary.ts';
import { analyseQuery, type QueryPlan } from './analyse-query.ts';
import type { SearchAnswer, SearchRequest } from './answer.ts';
import { bringNear } from './bring-near.ts';
import { correctSpelling } from './correct-spelling.ts';
import { findLeftOut, makeIsHeld } from './explain.ts';
import { countValues, makePageFilter } from './filter-pages.ts';
import { findFields } from './find-fields.ts';
import { findOthers, offerGroups } from './find-others.ts';
import { mayGoOn } from './may-go-on.ts';
import { findRequest } from './find-request.ts';
import { countUnits, findStrictMatches, isWeighty, pagesWithMeaning } from './find-strict-matches.ts';
import { scoreDocuments, matchedTerms, pagesWithWord, rankPages, type PostingsOf } from './score-documents.ts';
import { needsLoans } from './find-marks.ts';
import { showResult } from './show-result.ts';
import { wholeFragments } from './whole-fragments.ts';
import { chooseLikely } from './choose-likely.ts';
import { floorByRelevance, trustIn } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import type { Meaning, Term } from './term-list.ts';

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
    return await keepPhrases(inOrder, plan, index, named, isUnchosen ? maxReadUnchosen : maxRead);
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

async function lookUp(
  plan: QueryPlan,
  index: SearchIndex,
  kanaWords: KanaWords,
  withTails: boolean,
): Promise<LookedUp> {
  const tokens = [
    ...plan.terms.map((term) => term.token),
    ...plan.excluded.flatMap((word) => tokensOf(word, kanaWords).map((token) => token.token)),
  ];
  const postings = await index.lookUp([...new Set(tokens)], withTails);
  const correction = await correctSpelling(plan, postings, index.readWords);
  if (!correction) return { plan, postings };
  const known = new Set(tokens);
  const terms = correction.terms.filter((term) => !known.has(term.token));
  const more = await index.lookUp(
    terms.map((term) => term.token),
    withTails,
  );
  return {
    plan: { ...plan, terms: [...plan.terms, ...terms], meanings: [...plan.meanings, ...correction.meanings] },
    postings: (token) => (known.has(token) ? postings(token) : more(token)),
    suggestion: correction.text,
  };
}

function rank(
  plan: QueryPlan,
  postings: PostingsOf,
  { pageCount, cap }: SearchIndex,
  isWanted: (page: number) => boolean,
): Found {
  const scores = scoreDocuments(plan, postings, pageCount);
  const ranked = rankPages(scores, floorByRelevance, isWanted);
  // A phrase that must stand there verbatim decides by itself.
  if (plan.phrases.length > 0) return asFound(ranked, scores);
  const lists = { postings, pageCount, cap };
  const holders = countUnits(plan) === 1 ? findStrictMatches(plan, lists) : undefined;
  const holding = holders ? ranked.filter((page) => holders.pages.has(page)) : ranked;
  // Who asked for one thing is helped by nothing else: what is near to it is shown on request.
  if (holding.length === 0) return { likely: [], touching: ranked, missing: [], scores };
  const { likely, missing } = chooseLikely(plan, lists, holding, scores, holders);
  const placed = new Set(likely);
  const others = [...holding, ...ranked].filter((page) => !placed.has(page) && placed.add(page));
  return { likely, touching: others, missing, scores };
}

/**
 * Pages that hold in one what was typed in one, where the index has only single kanji of it; other words for it hold it
 * too.
 */
async function keepWhole(found: Found, plan: QueryPlan, postings: PostingsOf, index: SearchIndex): Promise<Found> {
  const fragments = wholeFragments(plan);
  if (fragments.length === 0) return found;
  const isAnother = ({ typed, found, trust }: Meaning) => found !== typed && trust === trustIn.same;
  const others = plan.meanings.filter(isAnother).map((meaning) => pagesWithMeaning(meaning, postings, 'nearly'));
  const isWhole = async (page: number): Promise<boolean> => {
    if (others.some((pages) => pages.has(page))) return true;
    const text = toMatchingKey(wholeText(await index.readDocument(page)));
    return fragments.every((fragment) => text.includes(fragment));
  };
  const read = await Promise.all(found.likely.slice(0, maxRead).map(isWhole));
  const likely = found.likely.filter((_, place) => read[place] === true);
  return { ...found, likely, touching: [...found.likely.filter((page) => !likely.includes(page)), ...found.touching] };
}

/** Whether quoted grammar, in which no page is found by a token, is all that was typed. */
function isOnlyGrammar({ phrases, text }: QueryPlan, postings: PostingsOf, kanaWords: KanaWords): boolean {
  const isAll = phrases.length > 0 && foldText(phrases.join(' ')) === text;
  return isAll && phrases.every((phrase) => isGrammar(phrase, postings, kanaWords));
}

/**
 * Kana that are grammar from end to end, or of which the index has no word: だけが, まで; a noun that lists have is none.
 */
function isGrammar(phrase: string, postings: PostingsOf, kanaWords: KanaWords): boolean {
  const kana = foldText(phrase);
  if (!/^[ぁ-ゖー]+$/.test(kana) || kanaWords.forms.get(kana)?.isVerb === false) return false;
  let place = 0;
  while (place < kana.length) {
    const length = functionWordLength(kana, place);
    if (length === 0) break;
    place += length;
  }
  return place === kana.length || tokensOf(phrase, kanaWords).every(({ token }) => postings(token).pages.length === 0);
}

function asFound(pages: readonly number[], scores: Float64Array = new Float64Array()): Found {
  return { likely: pages, touching: [], missing: [], scores };
}

/** Without a word to look for: every page if nothing was typed, or only a phrase of which no token came; else none. */
function allPages(index: SearchIndex, plan: QueryPlan): number[] {
  return plan.text === '' || plan.phrases.length > 0 ? Array.from({ length: index.pageCount }, (_, page) => page) : [];
}

function newestFirst(pages: readonly number[], dates: readonly number[]): number[] {
  return [...pages].sort((a, b) => (dates[b] ?? 0) - (dates[a] ?? 0));
}

/**
 * For each quoted phrase that names a group, a topic or a day as a whole, the pages that are listed under it; their
 * texts need not say it.
 */
function pagesNamed(
  { phrases }: QueryPlan,
  names: readonly FieldName[],
  postings: PostingsOf,
): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    phrases.map((phrase) => {
      const folded = foldText(phrase);
      const whole = findFields(folded, names).filter(({ start, end }) => start === 0 && end === folded.length);
      return [phrase, new Set(whole.flatMap(({ token }) => postings(token).pages))];
    }),
  );
}

function makeWordFilter(
  plan: QueryPlan,
  postings: PostingsOf,
  kanaWords: KanaWords,
  named: ReadonlyMap<string, ReadonlySet<number>>,
): (page: number) => boolean {
  const excluded = plan.excluded.map((word) => pagesWithWord(tokensOf(word, kanaWords), postings));
  // A text cuts the kana with which a phrase begins by what stands before them.
  const isCutOff = ([token]: readonly Token[], place: number) =>
    place === 0 && token?.kind === 'hiragana' && postings(token.text).pages.length === 0;
  const needed = plan.phrases.map((phrase) => {
    const tokens = isGrammar(phrase, postings, kanaWords)
      ? []
      : tokenise(phrase, kanaWords)
          .flatMap(({ tokens }, place) => (isCutOff(tokens, place) ? [] : tokens))
          .filter(({ kind }) => !isLetter(kind));
    const holding = tokens.map(({ text }) => new Set(postings(text).pages));
    return (page: number) => named.get(phrase)?.has(page) === true || holding.every((pages) => pages.has(page));
  });
  return (page) => !excluded.some((pages) => pages.has(page)) && needed.every((isHeld) => isHeld(page));
}

/**
 * Pages on which every phrase stands verbatim; the best hundred are read to see, and more where no token chose among
 * them.
 */
async function keepPhrases(
  pages: readonly number[],
  plan: QueryPlan,
  index: SearchIndex,
  named: ReadonlyMap<string, ReadonlySet<number>>,
  most: number,
): Promise<readonly number[]> {
  if (plan.phrases.length === 0) return pages;
  const phrases = plan.phrases.map((phrase) => ({ key: toMatchingKey(phrase), named: named.get(phrase) }));
  const isWanted = async (page: number): Promise<boolean> => {
    const verbatim = phrases.filter((phrase) => phrase.named?.has(page) !== true);
    if (verbatim.length === 0) return true;
    const text = toMatchingKey(wholeText(await index.readDocument(page)));
    return verbatim.every(({ key }) => text.includes(key));
  };
  const wanted = await Promise.all(pages.slice(0, most).map(isWanted));
  return pages.filter((_, place) => wanted[place] === true);
}

const maxRead = 100;
const maxReadUnchosen = 1_000;

function wholeText({ question, summary, sections }: DisplayDocument): string {
  return [question, summary, ...sections.flatMap((section) => [section.heading, section.text])].join('\n');
}

function tokensOf(text: string, kanaWords: KanaWords): Pick<Term, 'token' | 'kind'>[] {
  return tokenise(text, kanaWords).flatMap((word) =>
    word.tokens.map((token) => ({ token: token.text, kind: token.kind })),
  );
}

/** Pages that are likely to answer, and those that only touch the query; best first. */
interface Found {
  readonly likely: readonly number[];
  readonly touching: readonly number[];
  /** What was asked for and stands nowhere. */
  readonly missing: readonly string[];
  readonly scores: Float64Array;
}

interface LookedUp {
  readonly plan: QueryPlan;
  readonly postings: PostingsOf;
  readonly suggestion?: string;
}
