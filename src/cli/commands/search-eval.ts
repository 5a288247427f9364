/**
 * Measures the site's search on an evaluation folder (corpus, queries, judgements, scorer) and prints it beside its
 * peers.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wrapRequest } from '../../../tests/bench/search/messages.ts';
import { readVocabulary } from '../search/read-vocabulary.ts';
import { quantile } from '../search/quantile.ts';
import { rankCorpus } from '../search/rank-corpus.ts';
import { readCorpus, readQueries } from '../search/read-task.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: path.resolve(root, '../shared/search-eval') },
    wrapped: { type: 'boolean', default: false },
    without: { type: 'string', multiple: true, default: [] },
  },
});
const sets: readonly EvaluationSet[] = [
  { name: '質問のまま', queries: 'dev-queries.tsv', judgements: 'dev-qrels.tsv' },
  { name: '二つの言葉', queries: 'dev-short-queries.tsv', judgements: 'dev-short-qrels.tsv' },
  // Each question inside a whole message, with greeting and signature.
  ...(values.wrapped
    ? [{ name: 'メッセージの中', queries: 'dev-queries.tsv', judgements: 'dev-qrels.tsv', wrap: wrapRequest }]
    : []),
];

const documents = await readCorpus(path.join(values.folder, 'corpus.jsonl'));
const vocabulary = await readVocabulary(root, values.without);
const tempFolder = await mkdtemp(path.join(tmpdir(), 'search-eval-'));
const rows: Record<string, Record<string, number | string>> = {};
for (const { name, queries, judgements, wrap } of sets) {
  const bare = await readQueries(path.join(values.folder, queries));
  const asked = wrap ? bare.map(({ id, text }, number) => ({ id, text: wrap(text, number) })) : bare;
  const outcome = await rankCorpus({ documents, vocabulary, queries: asked, top: 10 });
  const ranking = path.join(tempFolder, queries);
  await writeFile(ranking, outcome.rankings.map(({ query, ids }) => `${JSON.stringify({ query, ids })}\n`).join(''));
  const scored = spawnSync(
    process.execPath,
    [path.join(values.folder, 'score.mjs'), path.join(values.folder, judgements), ranking],
    { encoding: 'utf8' },
  );
  if (scored.status !== 0) throw new Error(scored.stderr);
  const times = outcome.rankings.map((each) => each.ms);
  rows[name] = {
    ...(JSON.parse(scored.stdout) as Record<string, number>),
    'ms (median)': Number(quantile(times, 0.5).toFixed(1)),
    'ms (p95)': Number(quantile(times, 0.95).toFixed(1)),
    'KB to first answer': Math.round(outcome.bytes / 1024),
  };
}
await rm(tempFolder, { recursive: true, force: true });
console.table(rows);
console.log(peersIn(await readFile(path.join(values.folder, 'README.md'), 'utf8')));

/** The folder's own table of other systems, as it is written there. */
function peersIn(readme: string): string {
  return readme
    .split('\n')
    .filter((line) => /^\| (?:system|---)|\d\.\d{3}/.test(line) && line.startsWith('|'))
    .join('\n');
}

interface EvaluationSet {
  readonly name: string;
  readonly queries: string;
  readonly judgements: string;
  readonly wrap?: (request: string, number: number) => string;
}
