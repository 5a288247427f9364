import { isRecord } from '../backend/same-value.ts';

/** Where the site shows an entry, below its own path; undefined for what has no page. */
export function pageOf(collection: string, slug: string): string | undefined {
  const id = slug.split('/').at(-1) ?? slug;
  if (collection === 'qa') return `q/${id}/`;
  if (collection === 'pride') return 'pride/';
  return collection === 'topics' || collection === 'events' || collection === 'groups'
    ? `${collection}/${id}/`
    : undefined;
}

/** Whether the public site leaves an entry out. */
export function isForMembers(fields: unknown): boolean {
  return isRecord(fields) && fields['audience'] === 'members';
}
