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
  content: Pick<SiteContent, 'getLoaded' | 'writeRelated'>,
): SearchIndex {
  // Builds of several sites may run at once.
  const made = path.join(cacheFolder, `search-index-${createHash('sha256').update(outDir).digest('hex').slice(0, 8)}`);
  let index: Promise<IndexOfBuild> | undefined;
  /** The index that this process made last: by what it is known, and what it holds of each Q&A. */
  let last: { state: string; keys: ReadonlyMap<string, string> } | undefined;
  let keys: ReadonlyMap<string, string> = new Map();
  const makeInput = async (): Promise<IndexInput> => {
    const { toIndexInput, indexKeys } = content.getLoaded();
    keys = indexKeys();
    const folders = { folder: made, stateFolder: `${made}-state` };
    if (!last) return { ...(await toIndexInput()), ...folders };
    const before = last.keys;
    const removed = [...before.keys()].filter((id) => !keys.has(id));
    const { documents, ...others } = await toIndexInput((id) => before.get(id) !== keys.get(id));
    return { ...others, ...folders, changes: { documents, removed, since: last.state } };
  };
  /** The index of what was read last. */
  const start = (): Promise<IndexOfBuild> => (index ??= makeInput().then(startIndex));
  const add = async (out: string, log: (text: string) => void): Promise<void> => {
    const started = performance.now();
    const { documents, state } = await (await start()).written();
    index = undefined;
    last = { state, keys };
    await move(made, path.join(out, indexFolder));
    log(
      `${documents}件を検索できるようにしました（ページができてから${((performance.now() - started) / 1000).toFixed(1)}秒）。`,
    );
  };
  return {
    ...addsFiles('kenjinkai-search-index', add, {
      'astro:build:start': () => void start(),
    }),
    writeRelated: async () => content.writeRelated(await (await start()).related()),
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

export interface SearchIndex extends AddedFiles {
  /** Makes the index of what was read last, if it is not made yet, and waits until its related questions are known. */
  writeRelated(): Promise<void>;
}
