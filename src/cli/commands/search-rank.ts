/** Ranks queries over a corpus with the site's own search: see `docs/search.md`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readVocabulary } from '../search/read-vocabulary.ts';
import { quantile } from '../search/quantile.ts';
import { rankCorpus } from '../search/rank-corpus.ts';
import { readCorpus, readQueries } from '../search/read-task.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    out: { type: 'string' },
    top: { type: 'string', default: '10' },
  },
});
if (!values.corpus || !values.queries || !values.out) {
  console.error('使い方: npm run search:rank -- --corpus FILE.jsonl --queries FILE.tsv --out RANKING.jsonl [--top 10]');
  process.exit(2);
}

const outcome = await rankCorpus({
  documents: await readCorpus(values.corpus),
  vocabulary: await readVocabulary(path.resolve(import.meta.dirname, '../../..')),
  queries: await readQueries(values.queries),
  top: Number(values.top),
  onProgress: (done) => process.stderr.write(`\r${done}`),
});
await writeFile(values.out, outcome.rankings.map(({ query, ids }) => `${JSON.stringify({ query, ids })}\n`).join(''));
const times = outcome.rankings.map((ranking) => ranking.ms);
process.stderr.write('\r');
console.log(
  JSON.stringify({
    queries: outcome.rankings.length,
    indexingSeconds: Number((outcome.indexingMs / 1000).toFixed(1)),
    medianMs: Number(quantile(times, 0.5).toFixed(1)),
    p95Ms: Number(quantile(times, 0.95).toFixed(1)),
    kilobytesToFirstAnswer: Math.round(outcome.bytes / 1024),
  }),
);
