import { encodeTailToken, encodeToken, type Manifest } from './index-format.ts';
import { memoizeRecent } from './lru-memo.ts';
import type { Pagefind } from './pagefind/pagefind.ts';
import type { Postings } from './query/score-documents.ts';
import type { SearchIndex } from './query/search-index.ts';

/** Looks tokens up, those of Q&As with their tails where these are wanted, and keeps what it was told last. */
export function createPostingsReader(
  pagefind: Promise<Pagefind>,
  { documents, cap }: Pick<Manifest, 'documents' | 'cap'>,
): Pick<SearchIndex, 'lookUp' | 'lookUpOthers'> {
  const lookUpToken = memoizeRecent(maxTokens, async (token: string) =>
    divide(await (await pagefind).lookUp(token), documents),
  );
  const readPosting = async (token: string, withTails: boolean): Promise<Postings> => {
    const { qas: head } = await lookUpToken(encodeToken(token));
    if (!withTails || head.pages.length < cap) return head;
    const { qas: tail } = await lookUpToken(encodeTailToken(token));
    return { pages: [...head.pages, ...tail.pages], scores: [...head.scores, ...tail.scores] };
  };
  return {
    lookUp: async (tokens, withTails) => {
      const found = new Map(
        await Promise.all(tokens.map(async (token) => [token, await readPosting(token, withTails)] as const)),
      );
      return (token) => found.get(token) ?? none;
    },
    lookUpOthers: async (tokens) => {
      const found = new Map(
        await Promise.all(
          tokens.map(async (token) => [token, (await lookUpToken(encodeToken(token))).others] as const),
        ),
      );
      return (token) => found.get(token) ?? none;
    },
  };
}

const maxTokens = 2_000;
const none: Postings = { pages: [], scores: [] };

/** Behind the Q&As stand the other pages, from `start` on. */
function divide({ pages, scores }: Postings, start: number): { qas: Postings; others: Postings } {
  if (!pages.some((page) => page >= start)) return { qas: { pages, scores }, others: none };
  const isWanted = (place: number, ofOthers: boolean) => (pages[place] ?? 0) >= start === ofOthers;
  const pick = (ofOthers: boolean): Postings => ({
    pages: pages.filter((_, place) => isWanted(place, ofOthers)).map((page) => (ofOthers ? page - start : page)),
    scores: scores.filter((_, place) => isWanted(place, ofOthers)),
  });
  return { qas: pick(false), others: pick(true) };
}
