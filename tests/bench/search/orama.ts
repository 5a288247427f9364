import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { insertMultiple, save } from '@orama/orama';
import { createIndex } from './orama-client.ts';
import type { Competitor } from './rank-in-browser.ts';

/** Orama with its own Japanese tokeniser, its index built ahead and shipped as JSON. */
export const orama: Competitor = {
  name: 'Orama 3.1.18, its Japanese tokeniser',
  client: path.resolve(import.meta.dirname, 'orama-client.ts'),
  writeIndex: async (folder, entries) => {
    const index = createIndex();
    await insertMultiple(index, [...entries]);
    await writeFile(path.join(folder, 'orama.json'), JSON.stringify(save(index)));
  },
};
