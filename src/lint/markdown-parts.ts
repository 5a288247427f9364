import { compileMdx, type CompiledMdx } from '../mdx/compile-mdx.ts';
import type { Place } from './finding.ts';
import type { AnyDocument } from './parse-document.ts';
import { listAt, textAt } from './values.ts';
import type { YamlPath } from './yaml-positions.ts';

/** The texts of a document that are Markdown: its body, the answers, descriptions. Maintainers' pages are not data and are not compiled here. */
export function findMarkdownParts(document: AnyDocument): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  if (document.body !== undefined && document.body.trim() !== '') {
    const { body, bodyOffset } = document;
    parts.push({ text: body, placeOf: (offset) => ({ offset: bodyOffset + offset }), ...(document.collection === 'pages' ? {} : compiled(body)) });
  }
  for (const path of fieldsOf(document)) {
    const text = textIn(document.value, path);
    if (text !== undefined) parts.push({ text, placeOf: (inside) => ({ path, inside }), ...compiled(text) });
  }
  return parts;
}

function fieldsOf(document: AnyDocument): YamlPath[] {
  if (document.collection === 'qa') return listAt(document.value, 'answers').map((_answer, index) => ['answers', index, 'text']);
  if (document.collection === 'events') return [['description']];
  if (document.collection === 'pride') return [['text']];
  return [];
}

function textIn(value: unknown, path: YamlPath): string | undefined {
  const [field, index, key] = path;
  return typeof index === 'number' && typeof key === 'string' ? textAt(listAt(value, String(field))[index], key) : textAt(value, String(field));
}

/** Where the site is served from makes no difference to what is allowed. */
function compiled(text: string): { compiled: CompiledMdx } {
  return { compiled: compileMdx(text, { basePath: '/' }) };
}

export interface MarkdownPart {
  text: string;
  /** Of a UTF-16 offset in `text`. */
  placeOf(offset: number): Place;
  compiled?: CompiledMdx;
}
