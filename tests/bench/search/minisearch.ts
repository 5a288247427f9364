import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { options } from './minisearch-client.ts';
import type { Competitor } from './rank-in-browser.ts';

/** MiniSearch with words cut by `Intl.Segmenter`, its index built ahead and shipped as JSON. */
export const miniSearch: Competitor = {
  name: 'MiniSearch 7.2.0, Intl.Segmenter',
  client: path.resolve(import.meta.dirname, 'minisearch-client.ts'),
  writeIndex: async (folder, entries) => {
    const index = new MiniSearch(options);
    index.addAll([...entries]);
    await writeFile(path.join(folder, 'minisearch.json'), JSON.stringify(index));
  },
};
