import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Competitor } from './rank-in-browser.ts';

/** Pagefind as it comes: the Q&As as HTML pages in Japanese, no option set. */
export const rawPagefind: Competitor = {
  name: 'Pagefind 1.6.0 as it comes, lang="ja"',
  client: path.resolve(import.meta.dirname, 'raw-pagefind-client.ts'),
  writeIndex: async (folder, entries) => {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    for (const { id, question, answer } of entries) {
      const content = `<!doctype html><html lang="ja"><head><title>${escape(question)}</title></head><body><main><h1>${escape(question)}</h1><p>${escape(answer)}</p></main></body></html>`;
      await index.addHTMLFile({ url: `/q/${encodeURIComponent(id)}/`, content });
    }
    await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
    await close();
  },
};

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
