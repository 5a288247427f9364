import { prefectureName } from '../library/answerers.ts';
import { address, paths } from '../links/address.ts';
import { prideKinds } from '../schema/choices.ts';
import type { Pride } from '../schema/pride.ts';
import { provenanceMark } from './marks.ts';
import { h, trusted, type Html } from './html.ts';
import { phrases } from './phrases.ts';
import { sourceList } from './grounds.ts';

/** One まち自慢 in the list of all. `text` is HTML, `base` the site's path, by default that of the build. */
export function prideItem(
  { id, group, place, kind, provenance, title, sources }: ShownPride,
  text: string,
  base?: string,
): Html {
  return h(
    'li',
    { class: 'card pride-card', id, 'data-kind': kind },
    h(
      'p',
      { class: 'pride-where' },
      h('a', { href: address(paths.group(group), base) }, prefectureName(group)),
      `${place}・${kind ? prideKinds[kind] : ''}`,
    ),
    h('h3', {}, provenanceMark(provenance), phrases(title)),
    h('div', { class: 'prose' }, trusted(text)),
    sources.length > 0 && sourceList(sources),
  );
}

/** Of a まち自慢 what its card shows; a form that is being filled may have no name and no kind yet. */
export interface ShownPride extends Pick<Pride, 'place' | 'provenance' | 'title' | 'sources'> {
  id: string | undefined;
  group: string;
  kind: Pride['kind'] | undefined;
}
