import { CmsError } from '../backend/cms-error.ts';
import { plainSentence } from '../faults/plain-sentence.ts';

/**
 * The sentence that a person reads of an error. What the server and the desk throw on purpose is a Japanese sentence
 * already; anything else is an accident, of which only what to do is said. The accident itself goes to the console.
 */
export function explainError(error: unknown): string {
  const said = readMessage(error);
  const isOfServer = error instanceof CmsError && /\p{sc=Hira}/u.test(said);
  if (isOfServer || isSentence(said)) return plainSentence(said);
  if (said !== '') noteAccident(error);
  return accident;
}

/** Leaves an accident in the browser's log, for whoever looks for its cause. */
export function noteAccident(error: unknown): void {
  console.error(error);
}

/** Somebody chose to go back; the sentence says what that means for what they typed. */
export class Stopped extends Error {}

/** Whether somebody was told all there is to say in a dialog, so that nothing has to be said again. */
export function isAlreadyReported(error: unknown): boolean {
  return readMessage(error).includes(alreadyReported);
}

/** Thrown to stop Decap after a dialog has said why; Decap passes only its words on. */
export class AlreadyReported extends Error {
  constructor() {
    super(alreadyReported);
  }
}

/** Decap puts the kind of an error before its words: 「Error: 」, 「TypeError: 」, 「API_ERROR: 」. */
function readMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  return text.replace(/^(?:[A-Z]\w*: )+/, '').trim();
}

/** A Japanese sentence has kana in it and ends as sentences do; 「サーバー TypeError」 is none. */
function isSentence(text: string): boolean {
  return /[\p{sc=Hira}]/u.test(text) && /[。）」]$/.test(text) && !/Error\b/.test(text);
}

const alreadyReported = 'すでにお伝えしたとおりです。';
const accident =
  '思いがけない不具合が起きました。入力した内容はこの端末に残っています。ページを再読み込みして、もう一度お試しください。' +
  '続くときは、していたことと時刻を管理者に伝えてください。';
