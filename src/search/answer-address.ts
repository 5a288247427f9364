import type { AddressPart, AddressParts, DisplayDocument } from './index-format.ts';
import { findAddress, type FoundAddress, type SiteAddresses } from './find-address.ts';
import type { SearchAnswer, SearchRequest } from './query/answer.ts';

/**
 * Answers who pasted an address or an id; undefined where nothing of the kind was typed, or where it leads nowhere and
 * may be words.
 */
export async function answerAddress(
  request: SearchRequest,
  { site, index, search }: AddressTask,
): Promise<SearchAnswer | undefined> {
  const found = findAddress(request.text, site);
  if (!found) return undefined;
  const target = await findTarget(found, index);
  if (target === undefined && found.mayBeWords) return undefined;
  const { isOurs } = found;
  if (typeof target === 'number' && target < index.pageCount) {
    const { sections: _sections, aliases: _aliases, ...document } = await index.readDocument(target);
    const plain = (text: string) => [{ text, marked: false }];
    const result = {
      ...document,
      url: document.url + found.suffix,
      question: plain(document.question),
      summary: plain(document.summary),
      matched: [],
    };
    return { ...nothing, total: 1, results: [result], address: { isOurs } };
  }
  const answer = found.rest === '' ? nothing : await search({ ...request, text: found.rest });
  if (target === undefined) return { ...answer, address: { isOurs } };
  const { url, title, kind } =
    typeof target === 'number' ? toPage(await index.readDocument(target)) : { ...target, kind: '' };
  const page = {
    url: url.includes('#') ? url : url + found.suffix,
    title: [{ text: title, marked: false }],
    summary: [],
    kind,
  };
  return { ...answer, address: { isOurs, page } };
}

async function findTarget(
  { keys }: FoundAddress,
  { readParts, readPart }: AddressIndex,
): Promise<AddressPart[number][1] | undefined> {
  const parts = await readParts();
  for (const key of keys) {
    const file = parts.findLast(([first]) => first <= key)?.[1];
    const target = file === undefined ? undefined : (await readPart(file)).find(([address]) => address === key)?.[1];
    if (target !== undefined) return target;
  }
  return undefined;
}

function toPage({ url, question, meta }: DisplayDocument): { url: string; title: string; kind: string } {
  return { url, title: question, kind: meta['kind'] ?? '' };
}

const nothing: SearchAnswer = {
  total: 0,
  touching: 0,
  results: [],
  filterCounts: {},
  missing: [],
  leftOut: [],
  others: { total: 0, pages: [] },
  narrow: [],
};

interface AddressTask {
  readonly site: SiteAddresses;
  readonly index: AddressIndex;
  /** Searches what was typed beside the address. */
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>;
}

export interface AddressIndex {
  /** Of Q&As; other pages stand behind them. */
  readonly pageCount: number;
  readonly readParts: () => Promise<AddressParts>;
  readonly readPart: (file: string) => Promise<AddressPart>;
  readonly readDocument: (page: number) => Promise<DisplayDocument>;
}
