/** Paths inside the site of what is written for programs. Like pages, these addresses are kept. */
export const feedPaths = {
  all: '/feeds/new.xml',
  changed: '/feeds/changed.xml',
  group: (id: string) => `/groups/${id}/feed.xml`,
  topic: (id: string) => `/topics/${id}/feed.xml`,
} as const;

export const filePaths = {
  openSearch: '/opensearch.xml',
  manifest: '/manifest.webmanifest',
  touchIcon: '/apple-touch-icon.png',
  sitemap: '/sitemap.xml',
  sitemapPart: (name: string) => `/sitemap/${name}.xml`,
  calendar: '/events/calendar.ics',
  calendarOf: (id: string) => `/events/${id}/event.ics`,
  markdown: (id: string) => `/q/${id}.md`,
  data: '/data/',
  json: '/data/qa.json',
  csv: '/data/qa.csv',
  jsonOfGroup: (id: string) => `/data/groups/${id}.json`,
  csvOfGroup: (id: string) => `/data/groups/${id}.csv`,
  schema: '/data/qa.schema.json',
  review: '/data/review.json',
} as const;
