import path from 'node:path';
import type { SiteIndexInput } from '../../../src/loader/index-input.ts';
import { openSiteLoader } from '../../../src/loader/load-site.ts';
import { generateContent } from '../generate-content.ts';

/** What the search index of `count` generated Q&As is made from; 0 stands for the shipped ones. Works in `folder`. */
export async function generateDocuments(count: number, folder: string): Promise<SiteIndexInput> {
  const generated = path.join(folder, 'generated');
  if (count > 0) generateContent(generated, count);
  const loader = openSiteLoader({
    root: count > 0 ? generated : process.cwd(),
    basePath: '/',
    site: 'https://example.jp',
    audience: 'public',
    contentStore: path.join(folder, 'store'),
  });
  const { site } = await loader.load('2026-12-01');
  if (!site) throw new Error('The content has errors.');
  const input = await site.toIndexInput();
  loader.close();
  return input;
}
