import type { AnyDocument } from '../lint/parse-document.ts';
import { versionOf } from './qa-version.ts';
import type { RenderedText, StoredEvent, StoredPride, StoredQa } from '../library/stored.ts';
import type { Qa } from '../schema/qa.ts';
import type { CompiledMdx } from '../mdx/compile-mdx.ts';
import { splitSections } from '../mdx/sections.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { CompileJob } from './compile-job.ts';

/** What the store keeps of a right document: its fields and its texts as HTML. Undefined for one that is not right. */
export function toStored(
  document: AnyDocument,
  { basePath, changed, compile }: StoreOptions,
): Record<string, unknown> | undefined {
  if (document.data === undefined) return undefined;
  const fileVersion = fingerprint(document.source);
  const jobs = listJobs(document, basePath);
  const compiled = jobs.map(compile);
  const texts = compiled.map(toRendered);
  const [first = empty] = texts;
  if (document.collection === 'qa') {
    const source = document.body?.trim() ?? '';
    const markdown = compiled.map(({ commonMark }, index) => (commonMark ?? jobs[index]?.text ?? '').trim());
    const version = versionOf({ ...document.data, source });
    return { ...toStoredQa(document.data, markdown, texts, changed), fileVersion, version };
  }
  if (document.collection === 'events') return { ...document.data, text: first, fileVersion } satisfies StoredEvent;
  if (document.collection === 'pride') return { ...document.data, rendered: first, fileVersion } satisfies StoredPride;
  return { ...document.data, fileVersion };
}

/** The texts of a document in the order of its page, each with ids of its own: the answers, then the body. */
export function listJobs(document: AnyDocument, basePath: string): CompileJob[] {
  if (document.data === undefined) return [];
  if (document.collection === 'events') return [{ text: document.data.description, basePath }];
  if (document.collection === 'pride') return [{ text: document.data.text, basePath, idPrefix: `${document.id}-` }];
  if (document.collection !== 'qa') return [];
  const answers = document.data.answers.map((answer, index): CompileJob => ({
    text: answer.text,
    basePath,
    idPrefix: `a${index + 1}-`,
    headingOffset: 1,
  }));
  const body = document.body?.trim() ? [{ text: document.body, basePath }] : [];
  return [...answers, ...body];
}

function toStoredQa(
  data: Qa,
  markdown: readonly string[],
  texts: readonly RenderedText[],
  changed: string | undefined,
): Omit<StoredQa, 'fileVersion' | 'version'> & Record<string, unknown> {
  return {
    ...data,
    answers: data.answers.map((answer, index) => ({ ...answer, text: markdown[index] ?? '' })),
    body: texts[data.answers.length] ?? null,
    answerTexts: texts.slice(0, data.answers.length),
    source: markdown[data.answers.length] ?? '',
    changed: changed ?? null,
  };
}

function toRendered(compiled: CompiledMdx): RenderedText {
  return {
    html: compiled.html,
    headings: compiled.headings.map(({ depth, id, text }) => ({ depth, id, text })),
    sections: splitSections(compiled),
  };
}

const empty: RenderedText = { html: '', headings: [], sections: [] };

export interface StoreOptions {
  basePath: string;
  /** ISO moment of the last commit. */
  changed: string | undefined;
  compile: (job: CompileJob) => CompiledMdx;
}
