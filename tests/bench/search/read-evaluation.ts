import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCorpus, readQueries } from '../../../src/cli/search/read-task.ts';
import type { IndexDocument } from '../../../src/search/index-format.ts';
import type { QuerySet } from './rank-in-browser.ts';

/**
 * The corpus and both forms of its development queries; undefined if one of the files is missing. A `share` of 0.1 takes
 * every tenth query.
 */
export async function readEvaluation(folder: string, share: number): Promise<Evaluation | undefined> {
  const file = (name: string): string => path.join(folder, name);
  const needed = ['corpus.jsonl', 'dev-queries.tsv', 'dev-qrels.tsv', 'dev-short-queries.tsv', 'dev-short-qrels.tsv'];
  if (!needed.every((name) => existsSync(file(name)))) return undefined;
  const readSet = async (name: string): Promise<QuerySet> => {
    const all = await readQueries(file(`${name}-queries.tsv`));
    const queries = all.filter((_, index) => Math.floor(index * share) !== Math.floor((index - 1) * share));
    const judgements = await readJudgements(file(`${name}-qrels.tsv`));
    return {
      queries,
      judgements: new Map(queries.map(({ id }) => [id, judgements.get(id) ?? new Map<string, number>()])),
    };
  };
  return {
    documents: await readCorpus(file('corpus.jsonl')),
    questions: await readSet('dev'),
    keywords: await readSet('dev-short'),
  };
}

/** `query<TAB>document<TAB>grade` lines as query → document → grade. */
async function readJudgements(file: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined) continue;
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, ofQuery.set(document, Number(grade)));
  }
  return judgements;
}

interface Evaluation {
  readonly documents: readonly IndexDocument[];
  readonly questions: QuerySet;
  readonly keywords: QuerySet;
}
