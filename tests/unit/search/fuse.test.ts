import { expect, it } from 'vitest';
import { analyseQuery } from '../../../src/search/query/analyse-query.ts';
import { scoreDocuments } from '../../../src/search/query/score-documents.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const documents = [
  makeDocument({ id: 'typed', question: '庁舎の引越しについて', sections: answer('半年前に決めます。') }),
  makeDocument({ id: 'other', question: '庁舎の移転について', sections: answer('半年前に決めます。') }),
  makeDocument({ id: 'apart', question: '犬の登録について', sections: answer('窓口で受け付けます。') }),
];
const index = makeMemoryIndex(documents, [{ synonyms: [{ words: ['引越し', '移転'], strength: 'near' }] }]);

/** What the page with the other word scores of what the page with the typed one does. */
async function shareOfOther(text: string): Promise<number> {
  const plan = analyseQuery(text, await index.readVocabulary(text));
  const postings = await index.lookUp(
    plan.terms.map(({ token }) => token),
    false,
  );
  const [typed = 0, other = 0] = scoreDocuments(plan, postings, documents.length);
  return other / typed;
}

it('trusts other words more in a sentence than among words that were chosen to be found', async () => {
  const keywords = await shareOfOther('引越し 費用');
  expect(keywords).toBeGreaterThan(0);
  expect(await shareOfOther('引越しの費用を予算で見積もる')).toBeGreaterThan(keywords);
});

it('takes words parted by spaces for no sentence, however many', async () => {
  expect(await shareOfOther('引越し 費用 予算 見積')).toBeCloseTo(await shareOfOther('引越し 費用'));
});
