import type { Root as Html } from 'hast';
import type { PhrasingContent, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { refuseHiddenCharacters } from './characters.ts';
import { writeCommonMark } from './common-mark.ts';
import { liftComponentLines } from './component-lines.ts';
import { findLinks, type WrittenLink } from './find-links.ts';
import { type FinishOptions, finishHtml } from './finish-html.ts';
import { numberFootnotes, findFootnoteProblems } from './footnotes.ts';
import type { Heading } from './headings.ts';
import { refuseExcess } from './limits.ts';
import { replaceTexts } from './nodes.ts';
import { parseMdx } from './parse-mdx.ts';
import { labelText, plainText } from './plain-text.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';
import { refuseNodes } from './refuse.ts';
import { renderComponent } from './render-components.ts';
import { markRuby } from './ruby.ts';
import { breakLines } from './soft-breaks.ts';
import { checkOutput } from './output-allowlist.ts';
import { dropTrailing } from '../text/trailing.ts';

/**
 * Makes a page's HTML from an editor's text, which is data: Markdown and the components of `components.ts`. Never
 * throws. When anything is refused there is no HTML at all, and `problems` says what to mend.
 */
export function compileMdx(source: string, options: MdxOptions): CompiledMdx {
  try {
    return compile(source, {
      basePath: dropTrailing(options.basePath, '/'),
      idPrefix: options.idPrefix ?? '',
      headingOffset: options.headingOffset ?? 0,
    });
  } catch (error) {
    return refused([mdxProblem(error instanceof RangeError ? 'too-deep' : 'unreadable', undefined)]);
  }
}

function compile(source: string, options: FinishOptions): CompiledMdx {
  // 1. What must not reach the parser.
  const excess = refuseExcess(source);
  const hidden = refuseHiddenCharacters(source);
  if (excess.length > 0) return refused([...excess, ...hidden]);

  // 2. Read, and refuse what is not in the closed list.
  const { tree, problems } = parseMdx(source);
  const commonMark = tree && problems.length === 0 ? writeCommonMark(source, tree) : source;
  if (tree) {
    liftComponentLines(tree);
    problems.push(...refuseNodes(tree), ...findFootnoteProblems(tree));
  }
  // A character that stands in the source was found above, at its own place.
  if (hidden.length > 0) return refused([...hidden, ...problems.filter(({ code }) => code !== 'character')]);
  if (!tree || problems.length > 0) return refused(problems);

  const links = findLinks(tree);

  // 3. Render.
  const html = render(tree, options);

  // 4. Check what came out, whatever went in.
  const blocked = checkOutput(html, options.basePath);
  if (blocked.length > 0) return refused(blocked);

  const { text, headings } = readBack(html);
  return {
    html: writer.stringify(html),
    headings,
    text,
    ...(links.length > 0 ? { links } : {}),
    ...(commonMark === source ? {} : { commonMark }),
    problems: [],
  };
}

function render(tree: Root, options: FinishOptions): Html {
  replaceTexts(tree, (text) =>
    breakLines(text).flatMap((part): PhrasingContent[] => (part.type === 'text' ? markRuby(part) : [part])),
  );
  numberFootnotes(tree);
  const html = renderer.runSync(tree);
  finishHtml(html, options);
  return html;
}

function readBack(html: Html): Pick<CompiledMdx, 'text' | 'headings'> {
  const headings: Heading[] = [];
  const text = plainText(html, (node, at) => {
    headings.push({
      depth: Number(node.tagName.slice(1)),
      id: String(node.properties['id']),
      text: labelText(node).trim(),
      at,
    });
  });
  return { text, headings };
}

const maxReported = 50;

function refused(problems: MdxProblem[]): CompiledMdx {
  const inOrder = [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
  return { html: '', headings: [], text: '', problems: inOrder.slice(0, maxReported) };
}

const renderer = unified()
  .use(remarkRehype, {
    handlers: { mdxJsxFlowElement: renderComponent },
    clobberPrefix: '',
    footnoteLabel: '脚注',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-label'] },
    footnoteBackLabel: (index, repeat) => `本文に戻る（脚注${index + 1}${repeat > 1 ? `の${repeat}か所目` : ''}）`,
  })
  .freeze();

const writer = unified().use(rehypeStringify).freeze();

export interface MdxOptions {
  /** Path under which the site lives, as `/` or `/kenjinkai/`. */
  basePath: string;
  /** Stands before every id, for pages that hold several texts; letters, digits and hyphens. */
  idPrefix?: string;
  /** Added to the written level of headings. */
  headingOffset?: number;
}

export interface CompiledMdx {
  html: string;
  headings: Heading[];
  /** Words of the text, one block a line. */
  text: string;
  /** Where it leads; left out where it has no links. */
  links?: WrittenLink[];
  /** The text for readers of plain CommonMark; left out where that is the text itself. */
  commonMark?: string;
  problems: MdxProblem[];
}
