import { checkPage, type CheckedPage } from '../mdx/check-page.ts';
import { compileMdx, type CompiledMdx } from '../mdx/compile-mdx.ts';
import { isEditableCollection } from '../schema/editable-collections.ts';
import type { Place } from './finding.ts';
import type { AnyDocument } from './parse-document.ts';
import { listAt, textAt } from './values.ts';
import type { YamlPath } from './yaml-positions.ts';

/**
 * The texts of a document that are Markdown: its body, the answers, descriptions. Those that are data are compiled; the
 * pages that maintainers write are not.
 */
export function findMarkdownParts(document: AnyDocument, compile: Compile = compileText): MarkdownPart[] {
  return findTexts(document).map(({ text, placeOf, isData }) =>
    isData ? { text, placeOf, compiled: compile(text) } : { text, placeOf, page: checkPage(text) },
  );
}

/** The texts that `findMarkdownParts` would compile, for who compiles many of them beforehand. */
export function listTextsToCompile(document: AnyDocument): string[] {
  return findTexts(document).flatMap(({ text, isData }) => (isData ? [text] : []));
}

/** Where the site is served from makes no difference to what is allowed. */
export function compileText(text: string): CheckedText {
  const { text: shown, problems, links = [] } = compileMdx(text, { basePath: '/' });
  return { text: shown, problems, links };
}

function findTexts(document: AnyDocument): (Omit<MarkdownPart, 'compiled'> & { isData: boolean })[] {
  const { body, bodyOffset, collection } = document;
  const hasBody = body !== undefined && body.trim() !== '';
  return [
    ...(hasBody
      ? [
          {
            text: body,
            placeOf: (offset: number) => ({ offset: bodyOffset + offset }),
            isData: isEditableCollection(collection),
          },
        ]
      : []),
    ...fieldsOf(document).flatMap((path) => {
      const text = textIn(document.value, path);
      return text === undefined ? [] : [{ text, placeOf: (inside: number) => ({ path, inside }), isData: true }];
    }),
  ];
}

function fieldsOf(document: AnyDocument): YamlPath[] {
  if (document.collection === 'qa')
    return listAt(document.value, 'answers').map((_answer, index) => ['answers', index, 'text']);
  if (document.collection === 'events') return [['description']];
  if (document.collection === 'pride') return [['text']];
  return [];
}

function textIn(value: unknown, path: YamlPath): string | undefined {
  const [field, index, key] = path;
  return typeof index === 'number' && typeof key === 'string'
    ? textAt(listAt(value, String(field))[index], key)
    : textAt(value, String(field));
}

export type Compile = (text: string) => CheckedText;

/** What rules need of a compiled text. */
export type CheckedText = Pick<CompiledMdx, 'text' | 'problems' | 'links'>;

export interface MarkdownPart {
  text: string;
  /** Of a UTF-16 offset in `text`. */
  placeOf(offset: number): Place;
  compiled?: CheckedText;
  /** Of the text of a page, which is not compiled here. */
  page?: CheckedPage;
}
