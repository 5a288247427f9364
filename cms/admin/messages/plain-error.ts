import { CmsError } from '../backend/cms-error.ts';
import { plainSentence } from '../faults/plain-sentence.ts';

/**
 * The sentence that a person reads of an error. What the server and the desk throw on purpose is a Japanese sentence
 * already. For any other error the sentence says only what to do, and the error itself goes to the console.
 */
export function explainError(error: unknown): string {
  const said = readMessage(error);
  const isOfServer = error instanceof CmsError && /\p{sc=Hira}/u.test(said);
  if (isOfServer || isSentence(said)) return plainSentence(said);
  if (said !== '') logUnexpectedError(error);
  return unexpectedErrorMessage;
}

/** Writes the error to the browser's console, for whoever looks for its cause. */
export function logUnexpectedError(error: unknown): void {
  console.error(error);
}

/** The person cancelled an action; the message says what happens to the text that they typed. */
export class Cancelled extends Error {}

/** Whether a dialog has already shown this error, so that no message is needed. */
export function isAlreadyReported(error: unknown): boolean {
  return readMessage(error).includes(alreadyReported);
}

/** Thrown to stop Decap after a dialog has shown the reason. Decap passes on the error's message alone. */
export class AlreadyReported extends Error {
  constructor() {
    super(alreadyReported);
  }
}

/** Decap puts the error's class name before the message: 「Error: 」, 「TypeError: 」, 「API_ERROR: 」. */
function readMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  return text.replace(/^(?:[A-Z]\w*: )+/, '').trim();
}

/** A Japanese sentence has kana in it and ends as sentences do; 「サーバー TypeError」 is none. */
function isSentence(text: string): boolean {
  return /[\p{sc=Hira}]/u.test(text) && /[。）」]$/.test(text) && !/Error\b/.test(text);
}

const alreadyReported = 'すでにお伝えしたとおりです。';
const unexpectedErrorMessage =
  '思いがけない不具合が起きました。入力した内容はこの端末に残っています。ページを再読み込みして、もう一度お試しください。' +
  '続くときは、していたことと時刻を管理者に伝えてください。';
