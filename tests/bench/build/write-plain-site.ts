import { globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Qa } from '../../../src/schema/qa.ts';

/**
 * Writes the Q&As below `contentRoot` as pages of a site that is nothing but Astro and MDX: each a module, with a
 * layout of one line and no search.
 */
export function writePlainSite(contentRoot: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  write('package.json', '{ "type": "module", "private": true }\n');
  write(
    'astro.config.mjs',
    "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()], build: { concurrency: 8 } };\n",
  );
  write(
    'src/layouts/Plain.astro',
    '<html lang="ja"><title>{Astro.props.frontmatter.title}</title><body><slot /></body></html>\n',
  );
  for (const file of globSync('content/qa/**/*.mdx', { cwd: contentRoot })) {
    const source = readFileSync(path.join(contentRoot, file), 'utf8');
    const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    const { question, summary, answers } = parse(frontMatter) as Qa;
    const title = JSON.stringify(question);
    const texts = [summary, ...answers.map(({ text }) => text), body].join('\n\n');
    write(
      `src/pages/q/${path.basename(file)}`,
      `---\nlayout: ../../layouts/Plain.astro\ntitle: ${title}\n---\n\n# ${question}\n\n${texts}\n`,
    );
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
}
