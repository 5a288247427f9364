import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { listBasis, listPractice } from '../../../src/library/grounds.ts';
import { formatDay, formatShortDay } from '../../../src/strings/dates.ts';
import { siteWords } from '../../../src/strings/site.ts';
import { isRecord } from '../backend/same-value.ts';
import { plainSentence } from '../faults/plain-sentence.ts';
import { html, trusted, type Html } from './page-html.ts';

/** What the pages of several collections share. */

/** A text as the site renders it; what the site refuses is said in its place. */
export function writtenText(source: string, base: string, idPrefix = '', headingOffset = 0): Html {
  if (source.trim() === '') return html``;
  const { html: rendered, problems } = compileMdx(source, { basePath: base, idPrefix, headingOffset });
  if (problems.length === 0) return trusted(rendered);
  return html`<div class="caution" role="note">
    <p class="caution-title">このままでは表示できません</p>
    <ul>
      ${problems.slice(0, 8).map(({ line, message }) => html`<li>${line}行目：${plainSentence(message)}</li>`)}
    </ul>
  </div>`;
}

export function day(iso: string, isShort = false): Html {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return html`（未入力）`;
  return html`<time datetime="${iso}">${isShort ? formatShortDay(iso) : formatDay(iso)}</time>`;
}

export function sources(value: unknown): Html {
  const list = listOf(value).filter((source) => text(source['title']) !== '');
  if (list.length === 0) return html``;
  return html`<section>
    <h2 id="sources">${siteWords.sources}</h2>
    <ul class="sources">
      ${list.map((source) => html`<li>${text(source['title'])}${text(source['url']) !== '' && html` <span>（${text(source['url'])}）</span>`}</li>`)}
    </ul>
  </section>`;
}

/** Law and own procedure, as `components/Grounds.astro` shows them. */
export function grounds(basis: unknown, practice: unknown): Html {
  const laws = listBasis(listOf(basis).map(textFields));
  const steps = listPractice(textFields(recordOf(practice)));
  if (laws.length === 0 && steps.length === 0) return html``;
  const list = laws.map(
    ({ name, notes }) => html`<li>${name}<span class="grounds-note">${notes.join('・')}</span></li>`,
  );
  const table = steps.map(
    ({ label, value }) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  return html`<section>
    <h2 id="grounds">${siteWords.grounds}</h2>
    ${
      laws.length > 0 &&
      html`<ul class="sources grounds">
        ${list}
      </ul>`
    }
    ${steps.length > 0 && html`<dl class="practice">${table}</dl>`}
  </section>`;
}

/** Fields of a form that hold text; the others are left out. */
function textFields(value: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (typeof field === 'string' ? [[key, field]] : [])),
  );
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
