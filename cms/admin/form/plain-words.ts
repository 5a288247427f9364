import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

/** The words of a text in Markdown on one line, without its signs; also of one that is unfinished. */
export function plainWords(source: string): string {
  const { text, problems } = compileMdx(source, { basePath: '/' });
  const words = problems.length === 0 ? text : source.replace(/<[^<>]{0,200}>/g, ' ').replace(signs, ' ');
  return words.replace(/\s+/g, ' ').trim();
}

/** Signs that begin a line, and those around words and cells. */
const signs = /^[ \t]*(?:#{1,6}|[-+*]|\d{1,3}\.|>)[ \t]|[|*`_~]+|:?-{3,}:?|^[ \t]*[|:-]+[ \t]*$/gm;
