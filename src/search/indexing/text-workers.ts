import { availableParallelism } from 'node:os';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { KanaWords } from '../../text/tokenise.ts';
import { cutIntoBatches, shareBatches, startWorkerClient, type WorkerClient } from '../../threads/worker-client.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { createAsk, type AskedTerm } from './asked-terms.ts';
import { readStreams, type CutDocument, type Streams } from './read-streams.ts';
import type { TokenRegister } from './token-register.ts';
import { defaultTuning } from './tuning.ts';

/**
 * Does what takes long with each text of a large site in this thread and in others beside it, which start when there is
 * enough to do. Few texts are left to the caller, and so are those at which a worker fails.
 */
export function openTextWorkers(): TextWorkers {
  let clients: readonly TextClient[] | undefined;
  const start = (): readonly TextClient[] =>
    (clients ??= Array.from({ length: availableParallelism() - 1 }, () =>
      startWorkerClient<TextRequest, TextAnswer>('src/search/indexing/text-worker.ts', { resourceLimits }),
    ));

  return {
    async cut(texts, kanaWords, register, take) {
      if (texts.length < fewTexts) return;
      const beside = start().flatMap((client) => {
        void client.ask({ kanaWords });
        const renumber = createRenumbering(register);
        const cutBeside = async (batch: typeof texts): Promise<void> => {
          const answer = await client.ask({ documents: batch.map(({ document }) => pickCut(document)) });
          if (answer?.streams === undefined) return;
          renumber(answer);
          for (const [index, streams] of answer.streams.entries()) if (batch[index]) take(batch[index], streams);
        };
        return twice(cutBeside);
      });
      const cutHere = async (batch: typeof texts): Promise<void> => {
        for (const text of batch) take(text, readStreams(text.document, kanaWords, register, defaultTuning));
        await giveWay();
      };
      await shareBatches(cutIntoBatches(texts, batchSize), [...beside, cutHere]);
    },

    async ask(questions, vocabulary, take) {
      if (questions.length < fewTexts) return;
      const beside = start().flatMap((client) => {
        void client.ask({ vocabulary });
        return twice(async (batch: readonly string[]) => {
          const answer = await client.ask({ questions: batch });
          for (const [index, terms] of answer?.terms?.entries() ?? []) take(batch[index] ?? '', terms);
        });
      });
      const askHere = createAsk(vocabulary);
      const workHere = async (batch: readonly string[]): Promise<void> => {
        for (const question of batch) take(question, askHere(question));
        await giveWay();
      };
      await shareBatches(cutIntoBatches(questions, batchSize), [...beside, workHere]);
    },

    async end() {
      await Promise.all(clients?.map((client) => client.end()) ?? []);
    },
  };
}

/** Gives the tokens of one worker, in the order of its answers, their numbers in `register`. */
function createRenumbering(register: TokenRegister): (answer: TextAnswer) => void {
  const numbers: number[] = [];
  return ({ streams = [], newTokens = [] }) => {
    for (const text of newTokens) numbers.push(register.numberOf({ text }));
    for (const { tokens } of streams)
      for (let place = 0; place < tokens.length; place += 1) tokens[place] = numbers[tokens[place] ?? 0] ?? 0;
  };
}

function pickCut({ question, aliases, summary, sections, fields }: CutDocument): CutDocument {
  return { question, aliases, summary, sections, ...(fields ? { fields } : {}) };
}

/** While a worker is at one batch the next already waits there. */
function twice<Work>(work: Work): [Work, Work] {
  return [work, work];
}

/** Fewer are done sooner than a worker has started. */
const fewTexts = 500;
const batchSize = 20;
/** Without them the garbage of a worker takes as much memory as all that the index keeps. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

type TextClient = WorkerClient<TextRequest, TextAnswer>;

/** One of these: with what is cut, what is cut, with what is asked, or what is asked. */
export interface TextRequest {
  readonly kanaWords?: KanaWords;
  readonly documents?: readonly CutDocument[];
  readonly vocabulary?: Vocabulary;
  readonly questions?: readonly string[];
}

export interface TextAnswer {
  /** Of each document, with the numbers that tokens have in the worker's own register. */
  readonly streams?: readonly Streams[];
  /** Of its register, those that it gave a number since its last answer. */
  readonly newTokens?: readonly string[];
  /** Of each question. */
  readonly terms?: readonly (readonly AskedTerm[])[];
}

export interface TextWorkers {
  /** Cuts the words of each text, and hands on each result as it comes. */
  cut<Text extends { readonly document: CutDocument }>(
    texts: readonly Text[],
    kanaWords: KanaWords,
    register: TokenRegister,
    take: (text: Text, streams: Streams) => void,
  ): Promise<void>;
  /** Finds what each question looks for, and hands on each result as it comes. */
  ask(
    questions: readonly string[],
    vocabulary: Vocabulary,
    take: (question: string, terms: readonly AskedTerm[]) => void,
  ): Promise<void>;
  end(): Promise<void>;
}
