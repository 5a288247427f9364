/**
 * Our search against others on the evaluation set beside the project: relevance, milliseconds a query and bytes before
 * the first result, in one run on one machine. `npm run bench:search`, optionally with a share of the queries: `--
 * 0.2`.
 */
import path from 'node:path';
import { readVocabulary } from '../../src/cli/search/read-vocabulary.ts';
import { quantile } from '../../src/cli/search/quantile.ts';
import { rankCorpus } from '../../src/cli/search/rank-corpus.ts';
import { miniSearch } from './search/minisearch.ts';
import { mixDocuments } from './search/mix-documents.ts';
import { orama } from './search/orama.ts';
import { rankInBrowser, type Outcome, type QuerySet } from './search/rank-in-browser.ts';
import { rawPagefind } from './search/raw-pagefind.ts';
import { readEvaluation } from './search/read-evaluation.ts';
import { scoreRankings } from './search/score.ts';
import { rankWithSqlite } from './search/sqlite.ts';

const root = path.resolve(import.meta.dirname, '../..');
const evaluation = await readEvaluation(path.resolve(root, '../shared/search-eval'), Number(process.argv[2] ?? 1));
if (evaluation === undefined) {
  console.log('The evaluation set (../shared/search-eval) is not here: there is nothing to measure.');
  process.exit(0);
}
const { documents, questions, keywords } = evaluation;
const entries = documents.map(({ id, question, sections }) => ({ id, question, answer: sections[0]?.text ?? '' }));
const vocabulary = await readVocabulary(root);

const outcomes = new Map<string, Outcome>();
const keep = (system: string, outcome: Outcome): void => {
  outcomes.set(system, outcome);
  console.log(`${system}: done`);
};
keep('ours', await rankOurs());
for (const competitor of [rawPagefind, miniSearch, orama])
  keep(competitor.name, await rankInBrowser(competitor, entries, questions, keywords));
keep('SQLite FTS5 trigrams, ORed', rankWithSqlite(entries, questions, keywords));
console.log(
  `\nRelevance of ${questions.queries.length} questions and ${keywords.queries.length} keyword forms over ${documents.length} Q&As: recall@10 / nDCG@10 / hit@1, and how many found nothing`,
);
console.table(
  [...outcomes].map(([system, outcome]) => ({
    system,
    ...relevance('questions', questions, outcome.questions),
    ...relevance('keywords', keywords, outcome.keywords),
  })),
);
console.log(
  'Cost: milliseconds a query (median / p95) in Chromium, SQLite in Node; kilobytes (gzip) from an empty cache to the first answer',
);
console.table(
  [...outcomes].map(([system, outcome]) => ({
    system,
    questions: milliseconds(outcome.questions),
    keywords: milliseconds(outcome.keywords),
    'first answer': kilobytes(outcome.bytes),
  })),
);

const many = mixDocuments(documents, 10_000);
const large = await rankCorpus({ documents: many, vocabulary, queries: questions.queries.slice(0, 40), top: 10 });
console.log(`Ours over ${many.length} Q&As, their answers mixed from the sentences of these`);
console.table([
  {
    'indexing (s)': Math.round(large.indexingMs / 1000),
    milliseconds: milliseconds(large.rankings),
    'first answer': kilobytes(large.bytes),
  },
]);

async function rankOurs(): Promise<Outcome> {
  const first = await rankCorpus({ documents, vocabulary, queries: questions.queries, top: 10 });
  const second = await rankCorpus({ documents, vocabulary, queries: keywords.queries, top: 10 });
  return { questions: first.rankings, keywords: second.rankings, bytes: first.bytes };
}

function relevance(name: string, { judgements }: QuerySet, rankings: Outcome['questions']): Record<string, string> {
  const { recall, ndcg, hit, empty } = scoreRankings(judgements, rankings);
  return {
    [name]: [recall, ndcg, hit].map((value) => value.toFixed(3)).join(' / '),
    [`${name}, empty`]: `${(empty * 100).toFixed(1)} %`,
  };
}

function milliseconds(rankings: Outcome['questions']): string {
  const times = rankings.map(({ ms }) => ms);
  return `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? '(server)' : `${Math.round(bytes / 1024)} KB`;
}
