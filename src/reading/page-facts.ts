/** What the page that is read is called, and where it stands under its lasting address. */
export function readPageFacts(part: Element): PageFacts {
  const { page = '' } = part.closest<HTMLElement>('[data-page]')?.dataset ?? {};
  const { question = document.title, url = location.href } =
    document.querySelector<HTMLElement>('qa-share')?.dataset ?? {};
  const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? '';
  return { page, title: question, url, site };
}

export interface PageFacts {
  /** The id under which the device keeps what was done on the page. */
  page: string;
  title: string;
  url: string;
  site: string;
}
