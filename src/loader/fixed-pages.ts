import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from '../lint/parse-document.ts';
import { readPlainYaml } from '../lint/read-plain-yaml.ts';
import { page, type Page } from '../schema/page.ts';
import { readText } from './read-content.ts';

/** The pages about the site that maintainers write, with their headings: what a search for them goes by. */
export async function readFixedPages(folder: string): Promise<FixedPage[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.mdx')).sort();
  return Promise.all(
    files.map(async (file) => {
      const source = await readText(path.join(folder, file));
      const { value, body = '' } = parseDocument(file, source, 'pages', readPlainYaml);
      return { slug: path.basename(file, '.mdx'), ...page.parse(value), headings: listHeadings(body) };
    }),
  );
}

function listHeadings(body: string): string[] {
  return [...body.matchAll(/^#{2,4} (\S.*)$/gm)].map(([, heading = '']) => heading.trim());
}

export interface FixedPage extends Page {
  readonly slug: string;
  readonly headings: readonly string[];
}
