import { compileMdx } from '../../src/mdx/compile-mdx.ts';
import { formatDay, formatShortDay } from '../../src/strings/dates.ts';
import { siteWords } from '../../src/strings/site.ts';
import { isRecord } from '../backend/same-value.ts';
import { html, trusted, type Html } from './page-html.ts';

/** What the pages of several collections share. */

/** A text as the site renders it; what the site refuses is said in its place. */
export function writtenText(source: string, base: string, idPrefix = '', headingOffset = 0): Html {
  if (source.trim() === '') return html``;
  const { html: rendered, problems } = compileMdx(source, { basePath: base, idPrefix, headingOffset });
  if (problems.length === 0) return trusted(rendered);
  return html`<div class="caution" role="note"><p class="caution-title">このままでは表示できません</p><ul>${problems.slice(0, 8).map(({ line, message }) => html`<li>${line}行目：${message}</li>`)}</ul></div>`;
}

export function day(iso: string, isShort = false): Html {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return html`（未入力）`;
  return html`<time datetime="${iso}">${isShort ? formatShortDay(iso) : formatDay(iso)}</time>`;
}

export function sources(value: unknown): Html {
  const list = listOf(value).filter((source) => text(source['title']) !== '');
  if (list.length === 0) return html``;
  return html`<section><h2 id="sources">${siteWords.sources}</h2><ul class="sources">${list.map((source) => html`<li>${text(source['title'])}${text(source['url']) !== '' && html` <span>（${text(source['url'])}）</span>`}</li>`)}</ul></section>`;
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
