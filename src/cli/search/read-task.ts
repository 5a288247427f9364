import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { IndexDocument } from '../../search/index-format.ts';
import type { Query } from './rank-corpus.ts';

/** A corpus of `{"id","question","answer"}` lines as documents of the site: the answer is one section. */
export async function readCorpus(file: string): Promise<IndexDocument[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { id, question, answer } = entry.parse(JSON.parse(line));
    return {
      id,
      url: `/q/${encodeURIComponent(id)}/`,
      question,
      aliases: [],
      summary: '',
      sections: [{ anchor: 'answer', heading: '', text: answer, kind: 'answer' }],
      meta: {},
      filters: {},
      date: '2000-01-01',
      prior: 1,
    };
  });
}

/** Queries, one `id<TAB>text` a line. */
export async function readQueries(file: string): Promise<Query[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [id = '', ...text] = line.replace(/\r$/, '').split('\t');
    return { id, text: text.join(' ') };
  });
}

const entry = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string(),
  answer: z.string(),
});
