import type { Manifest } from '../../../src/search/index-format.ts';
import type { Postings } from '../../../src/search/query/score-documents.ts';
import { placeOf } from '../../../src/search/pagefind/page-list.ts';

/** In the place of `openPagefind`: the same index through Pagefind's script as it comes, in one index. */
export async function openPagefind(
  root: string,
  { scale }: Manifest,
): Promise<{ lookUp: (token: string) => Promise<Postings> }> {
  const { createInstance } = (await import(/* @vite-ignore */ `${root}own-pagefind.js`)) as PagefindScript;
  const ranking = { termSimilarity: 0, pageLength: 0, termSaturation: 2, termFrequency: 0, diacriticSimilarity: 0 };
  const instance = createInstance({ basePath: root, noWorker: true, ranking });
  await instance.init();
  return {
    lookUp: async (token) => {
      const { results } = await instance.search(token);
      return { pages: results.map(({ id }) => placeOf(id)), scores: results.map(({ score }) => score / scale) };
    },
  };
}

interface PagefindScript {
  readonly createInstance: (options: object) => {
    readonly init: () => Promise<void>;
    readonly search: (text: string) => Promise<{ results: { id: string; score: number }[] }>;
  };
}
