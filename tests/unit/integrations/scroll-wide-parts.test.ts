import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { scrollWideParts } from '../../../src/integrations/scroll-wide-parts.ts';

const render = (markdown: string): string =>
  String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype)
      .use((): ((tree: Root) => void) => scrollWideParts())
      .use(rehypeStringify)
      .processSync(markdown),
  );

describe('wide parts of a page', () => {
  test('code can be scrolled by keyboard', () => {
    expect(render('```\nlong line\n```')).toContain('<pre tabindex="0"><code>');
  });

  test('a table scrolls inside a named frame', () => {
    expect(render('| a |\n| - |\n| b |')).toMatch(
      /^<div class="table-scroll" role="group" aria-label="表" tabindex="0"><table>/,
    );
  });

  test('columns are aligned by class, never by attribute or style', () => {
    const html = render('| a |\n| -: |\n| b |');
    expect(html).toContain('<td class="align-right">');
    expect(html).not.toMatch(/ align=|style=/);
  });

  test('a second table in a list is framed once', () => {
    expect(render('- | a |\n  | - |\n  | b |\n\n| c |\n| - |').match(/table-scroll/g)).toHaveLength(2);
  });
});
