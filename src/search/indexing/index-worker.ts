import { parentPort } from 'node:worker_threads';
import { writeNextIndex, type IndexInput, type NextIndex, type RelatedQuestions } from './make-index.ts';

let last = Promise.resolve();

/** One index after the other: what one keeps the next one uses. */
parentPort?.on('message', (order: IndexOrder) => {
  last = last.then(() => follow(order));
});

async function follow({ number, input }: IndexOrder): Promise<void> {
  const tell = (news: Omit<IndexNews, 'number'>): void =>
    parentPort?.postMessage({ number, ...news } satisfies IndexNews);
  try {
    tell({ made: await writeNextIndex(input, (related) => tell({ related })) });
  } catch (error) {
    tell({ error });
  }
}

export interface IndexOrder {
  readonly number: number;
  readonly input: IndexInput;
}

/** What the worker tells of the order of this number: the first at most once, and one of the others at last. */
export interface IndexNews {
  readonly number: number;
  readonly related?: RelatedQuestions;
  readonly made?: NextIndex;
  readonly error?: unknown;
}
