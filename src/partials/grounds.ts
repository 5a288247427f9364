import { listBasis, listPractice } from '../library/grounds.ts';
import type { Basis, Practice } from '../schema/basis.ts';
import type { Source } from '../schema/source.ts';
import { siteWords } from '../strings/site.ts';
import { factRow } from './marks.ts';
import { h, type Html, type HtmlChild } from './html.ts';

/** What an entry rests on: law, own procedure, sources. A section without content is left out. */

export function groundsSection(basis: readonly Partial<Basis>[], practice: Partial<Practice> | undefined): HtmlChild {
  const laws = listBasis(basis);
  const steps = listPractice(practice);
  if (laws.length === 0 && steps.length === 0) return false;
  const notes = (list: readonly string[]) => list.length > 0 && h('span', { class: 'grounds-note' }, list.join('・'));
  return h(
    'section',
    {},
    h('h2', { id: 'grounds' }, siteWords.grounds),
    laws.length > 0 &&
      h(
        'ul',
        { class: 'sources grounds' },
        laws.map((law) => h('li', {}, linked(law.name, law.url), notes(law.notes))),
      ),
    steps.length > 0 &&
      h(
        'dl',
        { class: 'practice' },
        steps.map(({ label, value }) => factRow(label, value)),
      ),
  );
}

/** `id` is that of the heading. */
export function sourcesSection(sources: readonly Source[], id?: string): HtmlChild {
  return sources.length > 0 && h('section', {}, h('h2', { id }, siteWords.sources), sourceList(sources));
}

export function sourceList(sources: readonly Source[]): Html {
  return h(
    'ul',
    { class: 'sources' },
    sources.map(({ title, url }) => h('li', {}, linked(title, url))),
  );
}

function linked(name: string, url: string | undefined): HtmlChild {
  return url ? h('a', { href: url, rel: 'noopener noreferrer external' }, name) : name;
}
