import { isRecord } from '../backend/same-value.ts';
import { plainWords } from './plain-words.ts';

/**
 * How somebody knows what they wrote in a form: the first words in it, titles before texts; empty if there are none.
 */
export function findFirstWords(data: Readonly<Record<string, unknown>>): string {
  for (const key of ['question', 'title', 'name', 'summary', 'answers', 'body', ...Object.keys(data)]) {
    const value = markdown.has(key) && typeof data[key] === 'string' ? plainWords(data[key]) : data[key];
    const words = key.startsWith('__') || ownSigns.has(key) ? '' : wordsOf(value);
    if (words !== '') return cut(words);
  }
  return '';
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return firstOf(value);
  return isRecord(value) ? (typeof value['text'] === 'string' ? plainWords(value['text']) : '') : '';
}

function firstOf(values: readonly unknown[]): string {
  return values.map(wordsOf).find((words) => words !== '') ?? '';
}

function cut(words: string): string {
  const characters = splitIntoCharacters(words);
  return characters.length <= maxCharacters ? words : `${characters.slice(0, maxCharacters).join('')}…`;
}

/** As people count them; Firefox has `Intl.Segmenter` since 125, before that a joined emoji may be cut in two. */
function splitIntoCharacters(words: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...words];
  return Array.from(new Intl.Segmenter('ja').segment(words), ({ segment }) => segment);
}

/** Their words are shown without signs. */
const markdown = new Set(['body', 'text', 'description']);
/** Filled in by the form, not by somebody's hand. */
const ownSigns = new Set(['id', 'asked', 'reviewBy', 'status', 'audience', 'provenance', 'group']);
const maxCharacters = 40;
