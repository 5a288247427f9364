import MiniSearch, { type Options } from 'minisearch';
import type { Ask, Entry } from './rank-in-browser.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The question at double weight, as sites weigh titles; all words count, none is needed. */
export const options: Options<Entry> = {
  fields: ['question', 'answer'],
  tokenize: (text) => [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
  searchOptions: { boost: { question: 2 } },
};

export async function open(): Promise<Ask> {
  const index = MiniSearch.loadJSON(await (await fetch('minisearch.json')).text(), options);
  return (text, top) => Promise.resolve(index.search(text).slice(0, top).map(({ id }) => String(id)));
}
