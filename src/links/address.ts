import type { Provenance } from '../schema/choices.ts';

/** Addresses inside the site. Every page ends with a slash; `base` is the folder that the site is served from. */

/** `/q/abc/` → the same below the base path, for `href`. */
export function address(path: string, base: string = import.meta.env.BASE_URL): string {
  return base.replace(/\/$/, '') + path;
}

/** The full address with host, as chats and feeds need it. */
export function absoluteAddress(path: string, site: string | URL, base: string = import.meta.env.BASE_URL): string {
  return new URL(address(path, base), site).href;
}

export const paths = {
  home: '/',
  search: '/search/',
  new: '/new/',
  qa: (id: string) => `/q/${id}/`,
  groups: '/groups/',
  group: (id: string) => `/groups/${id}/`,
  ofGroup: (id: string, provenance: Provenance, number: number) => `/groups/${id}/${groupParts[provenance]}/${number}/`,
  topics: '/topics/',
  topic: (id: string) => `/topics/${id}/`,
  months: '/months/',
  month: (month: number) => `/months/${month}/`,
  monthTopic: (month: number, topic: string) => `/months/${month}/${topic}/`,
  events: '/events/',
  event: (id: string) => `/events/${id}/`,
  pastEvents: (number: number) => `/events/past/${number}/`,
  pride: '/pride/',
  page: (slug: string) => `/pages/${slug}/`,
  /** A numbered page of the list that begins at `plain`. */
  older: (plain: string, number: number) => `${plain}page/${number}/`,
} as const;

/** The lists of a group in addresses. */
export const groupParts: Readonly<Record<Provenance, string>> = {
  chat: 'posts',
  article: 'articles',
  sample: 'samples',
};
