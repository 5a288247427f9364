import { parentPort } from 'node:worker_threads';
import { noKanaWords } from '../../text/kana-words.ts';
import { createAsk } from './asked-terms.ts';
import { readStreams } from './read-streams.ts';
import type { TextAnswer, TextRequest } from './text-workers.ts';
import { TokenRegister } from './token-register.ts';
import { defaultTuning } from './tuning.ts';

let kanaWords = noKanaWords;
let ask: ReturnType<typeof createAsk> = () => [];
let register = new TokenRegister();
let told = 0;

/** One answer to each request, in their order. */
parentPort?.on('message', (request: TextRequest) => {
  parentPort?.postMessage(answerTo(request));
});

function answerTo({ kanaWords: newKanaWords, documents, vocabulary, questions }: TextRequest): TextAnswer {
  if (newKanaWords) {
    kanaWords = newKanaWords;
    register = new TokenRegister();
    told = 0;
  }
  if (vocabulary) ask = createAsk(vocabulary);
  if (questions) return { terms: questions.map(ask) };
  if (!documents) return {};
  const streams = documents.map((document) => readStreams(document, kanaWords, register, defaultTuning));
  const newTokens = register.tokens.slice(told);
  told = register.tokens.length;
  return { streams, newTokens };
}
