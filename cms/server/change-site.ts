import type { AnyDocument } from '../../src/lint/parse-document.ts';
import { indexSite, type Site } from '../../src/lint/site.ts';

/** What indexing everything anew would give, made from the index of before: only what goes and what comes is looked at. */
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

function changeSingle<Value>(all: ReadonlyMap<string, Value>, gone: ReadonlyMap<string, Value>, come: ReadonlyMap<string, Value>): Map<string, Value> {
  const changed = new Map(all);
  for (const [key, value] of gone) if (changed.get(key) === value) changed.delete(key);
  for (const [key, value] of come) changed.set(key, value);
  return changed;
}

function changeGroups<Item>(all: ReadonlyMap<string, readonly Item[]>, gone: ReadonlyMap<string, readonly Item[]>, come: ReadonlyMap<string, readonly Item[]>, isGone: (item: Item) => boolean): Map<string, readonly Item[]> {
  const changed = new Map(all);
  for (const key of gone.keys()) {
    const left = (changed.get(key) ?? []).filter((item) => !isGone(item));
    if (left.length > 0) changed.set(key, left);
    else changed.delete(key);
  }
  for (const [key, items] of come) changed.set(key, [...(changed.get(key) ?? []), ...items]);
  return changed;
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
