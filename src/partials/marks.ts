import { shownStates } from '../library/status.ts';
import type { Provenance, Status } from '../schema/choices.ts';
import { formatDay, formatShortDay } from '../strings/dates.ts';
import { provenanceTag } from '../strings/provenance.ts';
import { siteWords } from '../strings/site.ts';
import { h, join, type Html, type HtmlChild } from './html.ts';

/** An ISO day in words. A form that is being filled may have none yet. */
export function day(iso: string, isShort = false): Html {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return join('（未入力）');
  return h('time', { datetime: iso }, isShort ? formatShortDay(iso) : formatDay(iso));
}

/** `text` stands in place of the state's own word. */
export function statusBadge(status: Status, text = shownStates[status]): Html {
  return h('span', { class: `status status-${status}` }, text);
}

/** Where an entry comes from, before its title in a list. */
export function provenanceMark(provenance: Provenance): Html {
  return h('span', { class: `provenance provenance-${provenance}` }, provenanceTag(provenance));
}

/** Says of an example that it is one, and what that means. */
export function sampleNotice(explanation: string): Html {
  const tag = h('strong', { class: 'tag tag-sample' }, siteWords.sample);
  return h('p', { class: 'notice notice-sample' }, tag, explanation);
}

/** Name and value in a list of facts. */
export function factRow(label: string, value: HtmlChild, kind?: string): Html {
  return h('div', { class: kind && `fact-${kind}` }, h('dt', {}, label), h('dd', {}, value));
}
