import type { Postings } from './query/fuse.ts';
import { decodePlace, type Manifest } from './record.ts';

/**
 * Opens an index of Pagefind. Its code walks over all words that it has loaded each time it is asked for one, so the words are
 * divided between several instances, by `sections`: the first token of each, in order. An instance opens when it is first asked.
 * Scores come as the build weighed them.
 */
export async function openPagefind(root: string, { version, sections, scale }: Manifest): Promise<Pagefind> {
  // The address changes with the index, so that a cached script never meets a newer index.
  const module = await importModule(`${root}pagefind.js?v=${version}`);
  const instances: (Promise<PagefindInstance> | undefined)[] = [];
  const open = (section: number): Promise<PagefindInstance> => (instances[section] ??= openInstance(module, root, version));
  await open(0);
  return {
    lookUp: async (token) => {
      const { results } = await (await open(sectionOf(token, sections))).search(token);
      return { pages: results.map((result) => decodePlace(result.id)), scores: results.map((result) => result.score / scale) };
    },
  };
}

/** Tried again under another address: Firefox keeps a failed download for as long as the page is open. */
async function importModule(address: string): Promise<PagefindModule> {
  try {
    return (await import(/* @vite-ignore */ failures === 0 ? address : `${address}&again=${failures}`)) as PagefindModule;
  } catch (error) {
    failures += 1;
    throw error;
  }
}

let failures = 0;

function sectionOf(token: string, sections: readonly string[]): number {
  let section = sections.length - 1;
  while (section > 0 && token < (sections[section] ?? '')) section -= 1;
  return Math.max(0, section);
}

/** One search a token, scores as they are weighed at build time: no prefixes, no lengths, no saturation on top. */
async function openInstance(module: PagefindModule, root: string, version: string): Promise<PagefindInstance> {
  const instance = withoutLanguage(() =>
    module.createInstance({
      basePath: root,
      // A worker would copy every answer from thread to thread, which costs more than the search itself.
      noWorker: true,
      exactDiacritics: true,
      metaCacheTag: version,
      ranking: { termFrequency: 0, termSaturation: 2, pageLength: 0, termSimilarity: 0, diacriticSimilarity: 0 },
    }),
  );
  // `init` comes back at once; a search, even for nothing, when the instance has opened. The first must have, before another is
  // made: each that finds no Wasm makes one of its own, and their pointers lead into one another's memory.
  await instance.search('');
  return instance;
}

/**
 * Pagefind reads the page's language when it is made, and has no option for it; for anything that is a language it makes a
 * segmenter for each token it is asked for, which takes longer than finding the token.
 */
function withoutLanguage<T>(make: () => T): T {
  const page = globalThis.document.documentElement;
  const language = page.getAttribute('lang');
  page.setAttribute('lang', noLanguage);
  try {
    return make();
  } finally {
    if (language === null) page.removeAttribute('lang');
    else page.setAttribute('lang', language);
  }
}

/** Not even an unknown one: a locale cannot be written so. */
const noLanguage = '_';

export interface Pagefind {
  readonly lookUp: (token: string) => Promise<Postings>;
}

interface PagefindModule {
  readonly createInstance: (options: Record<string, unknown>) => PagefindInstance;
}

interface PagefindInstance {
  readonly search: (term: string) => Promise<{ results: { id: string; score: number }[] }>;
}
