import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../lint/split-front-matter.ts';
import { page, type Page } from '../schema/page.ts';

/** The pages about the site that maintainers write, with their headings: what a search for them goes by. */
export async function readFixedPages(folder: string): Promise<FixedPage[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.mdx')).sort();
  return Promise.all(
    files.map(async (file) => {
      const parts = splitFrontMatter(await readFile(path.join(folder, file), 'utf8'));
      return {
        slug: path.basename(file, '.mdx'),
        ...page.parse(parse(parts?.yaml ?? '')),
        headings: listHeadings(parts?.body ?? ''),
      };
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
