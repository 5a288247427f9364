import type { IndexDocument } from '../../../src/search/index-format.ts';

/**
 * `count` documents with the questions of `documents` in turn and answers of sentences drawn from all of them; the same
 * every time.
 */
export function mixDocuments(documents: readonly IndexDocument[], count: number): IndexDocument[] {
  const sentences = documents.flatMap(({ sections }) =>
    sections.flatMap(({ text }) => text.split(/(?<=。)/).filter((sentence) => sentence.trim() !== '')),
  );
  const most = Math.max(1, Math.round(sentences.length / documents.length));
  const draw = drawer(sentences);
  return Array.from({ length: count }, (_, index) => {
    const base = documents[index % documents.length];
    if (base === undefined) throw new Error('There is nothing to mix.');
    const id = `${base.id}-${Math.floor(index / documents.length)}`;
    const text = Array.from({ length: most }, draw).join('');
    return {
      ...base,
      id,
      url: `/q/${encodeURIComponent(id)}/`,
      sections: [{ anchor: 'answer', heading: '', text, kind: 'answer' as const }],
    };
  });
}

/** A small linear congruential generator: good enough to mix sentences, the same everywhere. */
function drawer<Item>(items: readonly Item[]): () => Item {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[Math.floor((state / 2_147_483_648) * items.length)] as Item;
  };
}
