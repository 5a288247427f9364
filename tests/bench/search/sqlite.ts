import { DatabaseSync } from 'node:sqlite';
import type { Query, Ranking } from '../../../src/cli/search/rank-corpus.ts';
import type { Entry, Outcome, QuerySet } from './rank-in-browser.ts';

/**
 * SQLite's full-text search with its trigram tokeniser, all trigrams of a query ORed, as a small server would use it.
 */
export function rankWithSqlite(entries: readonly Entry[], questions: QuerySet, keywords: QuerySet): Outcome {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE qa USING fts5(id UNINDEXED, question, answer, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO qa VALUES (?, ?, ?)');
  for (const { id, question, answer } of entries) insert.run(id, question, answer);
  const select = database.prepare('SELECT id FROM qa WHERE qa MATCH ? ORDER BY rank LIMIT 10');
  const ask = ({ id, text }: Query): Ranking => {
    const from = performance.now();
    const terms = trigrams(text);
    const ids =
      terms.length === 0
        ? []
        : select
            .all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR '))
            .map((row) => String(row['id']));
    return { query: id, ids, ms: performance.now() - from };
  };
  const outcome = { questions: questions.queries.map(ask), keywords: keywords.queries.map(ask) };
  database.close();
  return outcome;
}

function trigrams(text: string): string[] {
  const words = text.split(/[\s。、，．？！?!,.]+/);
  return [
    ...new Set(
      words.flatMap((word) => [...word].slice(2).map((_, place) => [...word].slice(place, place + 3).join(''))),
    ),
  ];
}
