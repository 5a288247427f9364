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
  qa: (id: string) => `/q/${id}/`,
  groups: '/groups/',
  group: (id: string) => `/groups/${id}/`,
  topics: '/topics/',
  topic: (id: string) => `/topics/${id}/`,
  months: '/months/',
  month: (month: number) => `/months/${month}/`,
  events: '/events/',
  event: (id: string) => `/events/${id}/`,
  pride: '/pride/',
  page: (slug: string) => `/pages/${slug}/`,
} as const;
