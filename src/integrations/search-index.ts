import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeIndex } from '../search/indexing/write-index.ts';
import type { IndexDocument } from '../search/record.ts';
import type { VocabularyFile } from '../search/vocabulary.ts';

/** Makes the search index of the built site from the records that the pages left for it, and takes these away. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'kenjinkai-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const records = path.join(out, 'index-records.json');
        const { documents, vocabulary } = JSON.parse(await readFile(records, 'utf8')) as Records;
        await rm(records);
        const started = performance.now();
        await writeIndex(documents, vocabulary, path.join(out, 'pagefind'));
        logger.info(`${documents.length}件を検索できるようにしました（${((performance.now() - started) / 1000).toFixed(1)}秒）。`);
      },
    },
  };
}

interface Records {
  documents: IndexDocument[];
  vocabulary: VocabularyFile[];
}
