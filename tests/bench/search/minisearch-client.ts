import MiniSearch, { type Options } from 'minisearch';
import type { Ask, Entry } from './rank-in-browser.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * All words count, none is needed. Weights for the question, prefixes and fuzzy matches make it worse on these texts.
 */
export const options: Options<Entry> = {
  fields: ['question', 'answer'],
  tokenize: (text) => [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
};

export async function open(): Promise<Ask> {
  const index = MiniSearch.loadJSON(await (await fetch('minisearch.json')).text(), options);
  return (text, top) =>
    Promise.resolve(
      index
        .search(text)
        .slice(0, top)
        .map(({ id }) => String(id)),
    );
}
