import type { AnyDocument } from '../../../src/lint/parse-document.ts';
import { indexSite, type Site } from '../../../src/lint/site.ts';
import { layer } from './layered-map.ts';

/**
 * What indexing everything anew would give, made from the index of before: only what goes and what comes is looked at.
 */
export function changeSite(site: Site, { gone, come, media }: SiteChange): Site {
  const { today } = site;
  const [old, added] = [indexSite({ documents: gone, today, media }), indexSite({ documents: come, today, media })];
  const isGone = (document: AnyDocument): boolean => gone.includes(document);
  const groups = (key: GroupedKey) => changeGroups(site[key], old[key], added[key], isGone);
  const single = (key: SingleKey) => changeSingle(site[key], old[key], added[key]);
  return {
    today,
    media,
    documents: single('documents'),
    groups: single('groups'),
    topics: single('topics'),
    qas: groups('qas'),
    qasByQuestion: groups('qasByQuestion'),
    groupsByCode: groups('groupsByCode'),
    addresses: groups('addresses'),
    redirects: changeGroups(site.redirects, old.redirects, added.redirects, ({ document }) => isGone(document)),
  };
}

function changeSingle<Value>(
  all: ReadonlyMap<string, Value>,
  gone: ReadonlyMap<string, Value>,
  come: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const left = [...gone].filter(([key, value]) => all.get(key) === value).map(([key]) => [key, undefined] as const);
  return layer(all, new Map<string, Value | undefined>([...left, ...come]));
}

function changeGroups<Item>(
  all: ReadonlyMap<string, readonly Item[]>,
  gone: ReadonlyMap<string, readonly Item[]>,
  come: ReadonlyMap<string, readonly Item[]>,
  isGone: (item: Item) => boolean,
): ReadonlyMap<string, readonly Item[]> {
  const changed = new Map<string, readonly Item[] | undefined>();
  for (const key of new Set([...gone.keys(), ...come.keys()])) {
    const items = [...(all.get(key) ?? []).filter((item) => !isGone(item)), ...(come.get(key) ?? [])];
    changed.set(key, items.length > 0 ? items : undefined);
  }
  return layer(all, changed);
}

type SingleKey = 'documents' | 'groups' | 'topics';
type GroupedKey = 'qas' | 'qasByQuestion' | 'groupsByCode' | 'addresses';

interface SiteChange {
  /** Documents that were indexed and are no longer there, or are there in another version. */
  gone: readonly AnyDocument[];
  come: readonly AnyDocument[];
  /** Addresses of all images. */
  media: ReadonlySet<string>;
}
