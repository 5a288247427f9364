/**
 * Builds a site and asks its own search page what clerks type:
 * `npm run search:clerk -- [--set development|unseen] [--content FOLDER]`. FOLDER holds `content/`; it is the tests'
 * fixture if left out. Of the unseen set only the figures are printed, never what was asked: nobody may tune to it.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { siteFixture } from '../../e2e/setup/sites.ts';
import { askSearchPage } from '../ask-search-page.ts';
import { qa } from '../qa-ids.ts';
import { withSearchPage } from '../with-search-page.ts';
import { kinds, type ClerkQuery } from './clerk-query.ts';
import { development } from './development.ts';
import { judge, summarise, type Judgement, type Summary } from './judge.ts';
import { unseen } from './unseen.ts';

const { values } = parseArgs({
  options: { set: { type: 'string', default: 'development' }, content: { type: 'string', default: siteFixture } },
});
const sets: Readonly<Record<string, readonly ClerkQuery[]>> = { development, unseen };
const queries = sets[values.set];
if (queries === undefined) {
  console.error(`There is no set “${values.set}”, but ${Object.keys(sets).join(' and ')}.`);
  process.exit(2);
}

const judgements = await askAll(queries, path.resolve(values.content));
console.log(`${values.set}, ${queries.length} queries`);
console.log(describe(summarise(judgements)).join('\n'));
console.table(
  Object.fromEntries(
    kinds.map((kind) => [kind, row(summarise(judgements.filter(({ query }) => query.kind === kind)))]),
  ),
);
if (queries !== unseen) {
  console.log('Not as it should be (place of the best, cards shown, what came first):');
  for (const judgement of judgements) if (!judgement.isGood) console.log(describeFailure(judgement));
}

async function askAll(queries: readonly ClerkQuery[], content: string): Promise<Judgement[]> {
  return withSearchPage(content, async (page) => {
    const judgements: Judgement[] = [];
    for (const query of queries) judgements.push(judge(query, await askSearchPage(page, query.query, false)));
    return judgements;
  });
}

function describe(summary: Summary): string[] {
  const { answered, first, firstThree, missing, denied, narrow, uselessMedian, longLists, unanswered, saysSo } =
    summary;
  return [
    `best answer first               ${first}/${answered}`,
    `best answer in the first three  ${firstThree}/${answered}`,
    `best answer not shown           ${missing}/${answered}`,
    `answered, but said not to be    ${denied}/${answered} (a word, the subject, or all of it)`,
    `of ${narrow} with at most three right answers:`,
    `  useless cards shown (median)  ${uselessMedian}`,
    `  lists of more than ten cards  ${longLists}/${narrow}`,
    `unanswered that say so, or show at most three cards  ${saysSo}/${unanswered}`,
  ];
}

function row(summary: Summary) {
  const { answered, unanswered, narrow } = summary;
  return {
    first: `${summary.first}/${answered}`,
    'first three': `${summary.firstThree}/${answered}`,
    'not shown': summary.missing,
    denied: summary.denied,
    useless: summary.uselessMedian,
    long: `${summary.longLists}/${narrow}`,
    'says so': `${summary.saysSo}/${unanswered}`,
  };
}

function describeFailure({ query, shown, place }: Judgement): string {
  const best = query.best.map(nameOf).join(' or ');
  const wanted = best === '' ? 'no answer there is' : `${place === 0 ? 'missing' : place}, wanted ${best}`;
  const first = shown.slice(0, 3).map(nameOf).join(', ') || 'none';
  return `  ${query.kind}  ${query.query}\n    ${wanted}; ${shown.length} cards, first ${first}`;
}

function nameOf(id: string): string {
  return Object.entries<string>(qa).find(([, known]) => known === id)?.[0] ?? id;
}
