import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { startIndex, type IndexOfBuild } from '../search/indexing/index-of-build.ts';
import type { IndexInput } from '../search/indexing/make-index.ts';
import { indexFolder } from '../search/index-format.ts';
import { addsFiles, type AddedFiles } from './added-files.ts';
import type { BuildSettings } from './build-settings.ts';
import type { SiteContent } from './site-content.ts';

/**
 * Has the search index made beside the rendering of pages, which wait for their related questions alone, and brings it
 * into the built site.
 */
export function searchIndex(
  { cacheFolder, outDir }: Pick<BuildSettings, 'cacheFolder' | 'outDir'>,
  content: Pick<SiteContent, 'whenLoaded' | 'writeRelated'>,
): SearchIndex {
  // Builds of several sites may run at once.
  const made = path.join(cacheFolder, `search-index-${createHash('sha256').update(outDir).digest('hex').slice(0, 8)}`);
  let index: Promise<IndexOfBuild> | undefined;
  /** The index that this process made last: its state id, and a key of each Q&A in it. */
  let last: { state: string; keys: ReadonlyMap<string, string> } | undefined;
  let keys: ReadonlyMap<string, string> = new Map();
  const makeInput = async (folder: string): Promise<IndexInput> => {
    const { toIndexInput, indexKeys } = await content.whenLoaded();
    keys = indexKeys();
    const folders = { folder, stateFolder: `${made}-state` };
    if (!last) return { ...(await toIndexInput()), ...folders };
    const before = last.keys;
    const removed = [...before.keys()].filter((id) => !keys.has(id));
    const { documents, ...others } = await toIndexInput((id) => before.get(id) !== keys.get(id));
    return { ...others, ...folders, changes: { documents, removed, since: last.state } };
  };
  const begin = (folder: string): void => {
    index = makeInput(folder).then(startIndex);
    // Whoever waits for it hears of a failure.
    index.catch(() => undefined);
  };
  const getIndex = async (): Promise<IndexOfBuild> => {
    if (!index) throw new Error('No index was begun.');
    return index;
  };
  const finish = async (): Promise<number> => {
    const { documents, state } = await (await getIndex()).written();
    last = { state, keys };
    return documents;
  };

  return {
    ...addsFiles(
      'kenjinkai-search-index',
      async (out, log) => {
        const started = performance.now();
        const documents = await finish();
        await move(made, path.join(out, indexFolder));
        log(
          `${documents}件を検索できるようにしました（ページができてから${((performance.now() - started) / 1000).toFixed(1)}秒）。`,
        );
      },
      { 'astro:build:start': () => begin(made) },
    ),
    stateFolder: `${made}-state`,
    begin: (out) => begin(path.join(out, indexFolder)),
    writeRelated: async () => content.writeRelated(await (await getIndex()).related()),
    finish,
  };
}

/** Also from one disk to another. */
async function move(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(path.dirname(to), { recursive: true });
  await rename(from, to).catch(async () => {
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  });
}

export interface SearchIndex extends Pick<AddedFiles, 'integration'> {
  /** Where what the next index needs is kept. */
  readonly stateFolder: string;
  /**
   * Begins to bring the index of the site in `out` up to what was read last. The index that lies there, if any, answers
   * until the new one is whole.
   */
  begin(out: string): void;
  /** Waits until the related questions of the index that was begun last are known, and writes them for the pages. */
  writeRelated(): Promise<void>;
  /** Waits until the index that was begun last is in its place; the number of Q&As that can be found. */
  finish(): Promise<number>;
}
