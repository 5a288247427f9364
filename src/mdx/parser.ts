import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { endAtPlainLines } from './end-at-plain-lines.ts';
import { limitNesting } from './nesting.ts';

/**
 * The cheapest parser that reads all there is in a text. GitHub's extensions take half of the time of an ordinary page,
 * their search for bare addresses half of that, and most texts need neither.
 */
export function parserFor(text: string): Parser {
  if (/@|www\.|https?:/i.test(text)) return parsers.all;
  return /\||~~|\[[\^\sx]/i.test(text) ? parsers.withoutBareLinks : parsers.plain;
}

/**
 * In place of a JavaScript parser: every import, export and expression whose braces match is taken to be well formed,
 * because each is refused by its mere presence. Editors' text never reaches acorn, whose errors they could not read and
 * whose recursion nobody bounds.
 */
const noJavaScript = {
  parse: (value: string) => ({ type: 'Program', start: 0, end: value.length, sourceType: 'module', body: [] }),
  parseExpressionAt: (value: string) => {
    if (value.split('{').length > value.split('}').length)
      throw Object.assign(new SyntaxError('Open brace'), { pos: value.length, raisedAt: value.length });
    return { type: 'ObjectExpression', start: 0, end: value.length, properties: [] };
  },
};

const mdx = unified()
  .use(remarkParse)
  .use(remarkMdx, { acorn: noJavaScript as never, acornOptions: {} as never, addResult: false })
  // CommonMark's rule for bold looks for spaces and marks between words, which Japanese has elsewhere.
  .use(remarkCjkFriendly);

/**
 * One tilde is a character, as in `9:00~12:00`; the second plugin must come after the first, whose marks it reads anew.
 */
const gfm = mdx()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .freeze();

const parsers = {
  plain: mdx().use(endAtPlainLines).use(limitNesting).freeze(),
  withoutBareLinks: gfm().use(dropTransforms).use(endAtPlainLines).use(limitNesting).freeze(),
  all: gfm().use(endAtPlainLines).use(limitNesting).freeze(),
};

/** The only transform of GitHub's extensions is the one that looks for bare addresses in finished text. */
function dropTransforms(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

type Parser = (typeof parsers)['all'];
