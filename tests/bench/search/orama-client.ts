import { create, load, search, type RawData } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/japanese';
import type { Ask } from './rank-in-browser.ts';

/** As its documentation sets it up for Japanese. */
export function createIndex() {
  return create({
    schema: { id: 'string', question: 'string', answer: 'string' } as const,
    components: { tokenizer: createTokenizer() },
  });
}

export async function open(): Promise<Ask> {
  const index = createIndex();
  load(index, (await (await fetch('orama.json')).json()) as RawData);
  return async (term, top) => {
    // Without a weight for the question, which helps neither questions nor keywords on these texts.
    const { hits } = await search(index, { term, limit: top, properties: ['question', 'answer'] });
    return hits.map(({ id }) => id);
  };
}
