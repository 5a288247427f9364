import type { AnyDocument, Document } from '../lint/parse-document.ts';
import type { RenderedText, StoredEvent, StoredPride, StoredQa } from '../library/stored.ts';
import { compileMdx } from '../mdx/compile-mdx.ts';
import { splitSections } from '../mdx/sections.ts';

/** What the store keeps of a right document: its fields and its texts as HTML. Undefined for one that is not right. */
export function toStored(document: AnyDocument, { basePath, changed }: StoreOptions): Record<string, unknown> | undefined {
  if (document.data === undefined) return undefined;
  if (document.collection === 'qa') return toStoredQa(document, basePath, changed);
  if (document.collection === 'events') return { ...document.data, text: renderText(document.data.description, basePath) } satisfies StoredEvent;
  if (document.collection === 'pride') return { ...document.data, rendered: renderText(document.data.text, basePath, `${document.id}-`) } satisfies StoredPride;
  return document.data;
}

function toStoredQa(document: Document<'qa'>, basePath: string, changed: string | undefined): (StoredQa & Record<string, unknown>) | undefined {
  const { data } = document;
  if (data === undefined) return undefined;
  const body = document.body?.trim() ?? '';
  return {
    ...data,
    body: body === '' ? null : renderText(body, basePath),
    answerTexts: data.answers.map((answer, index) => renderText(answer.text, basePath, `a${index + 1}-`, 1)),
    source: body,
    changed: changed ?? null,
  };
}

function renderText(source: string, basePath: string, idPrefix = '', headingOffset = 0): RenderedText {
  const compiled = compileMdx(source, { basePath, idPrefix, headingOffset });
  return {
    html: compiled.html,
    headings: compiled.headings.map(({ depth, id, text }) => ({ depth, id, text })),
    sections: splitSections(compiled),
  };
}

interface StoreOptions {
  basePath: string;
  /** ISO moment of the last commit. */
  changed: string | undefined;
}
