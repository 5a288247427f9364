import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { h, join, trusted, type Html } from '../../../src/partials/html.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { webAddress } from '../../../src/schema/scalars.ts';
import type { Source } from '../../../src/schema/source.ts';
import { isRecord } from '../backend/same-value.ts';
import { plainSentence } from '../faults/plain-sentence.ts';

/** What the parts of pages are made of, from a form that may be half filled. */

/** A text as the site renders it; what the site refuses is said in its place. */
export function writtenText(source: string, base: string, idPrefix = '', headingOffset = 0): Html {
  if (source.trim() === '') return join();
  const { html, problems } = compileMdx(source, { basePath: base, idPrefix, headingOffset });
  if (problems.length === 0) return trusted(html);
  const list = problems.slice(0, 8).map(({ line, message }) => h('li', {}, `${line}行目：${plainSentence(message)}`));
  const title = h('p', { class: 'caution-title' }, 'このままでは表示できません');
  return h('div', { class: 'caution', role: 'note' }, title, h('ul', {}, list));
}

/** Sources that have a title; an address that the site would refuse is no link. */
export function readSources(value: unknown): Source[] {
  return listOf(value)
    .filter((source) => text(source['title']) !== '')
    .map(({ title, url }) => ({ title: text(title), ...readAddress(url) }));
}

/** The texts of a record of fields, with its address if the site would take it. */
export function readTexts(value: unknown): Record<string, string> {
  const { url, ...others } = recordOf(value);
  const texts = Object.entries(others).flatMap(([key, field]) => (typeof field === 'string' ? [[key, field]] : []));
  return { ...Object.fromEntries(texts), ...readAddress(url) };
}

/** What is not among the choices of `table` is not chosen yet. */
export function choiceOf<Choice extends string>(
  table: Readonly<Record<Choice, string>>,
  value: unknown,
): Choice | undefined {
  const written = text(value);
  return isKeyOf(table, written) ? written : undefined;
}

export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readAddress(value: unknown): { url?: string } {
  const { success, data } = webAddress.safeParse(value);
  return success ? { url: data } : {};
}

export interface PreviewContext {
  /** The site's own path, with slashes at both ends. */
  base: string;
  /** ISO day in Japan. */
  today: string;
  /** By id, in the order of all topics. */
  topicNames: ReadonlyMap<string, string>;
}
