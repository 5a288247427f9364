import { linkWords } from '../strings/links.ts';

/**
 * A bookmark that searches the site for the text selected on any page, such as a question in a chat's web version; with
 * nothing selected it asks. `searchPage` is absolute.
 */
export function writeBookmarklet(searchPage: string): string {
  const ask = JSON.stringify(linkWords.bookmarklet.ask);
  return `javascript:(()=>{const t=String(getSelection()).trim()||prompt(${ask});if(t)open(${JSON.stringify(`${searchPage}?q=`)}+encodeURIComponent(t.slice(0,400)))})()`;
}

/** The address that a browser wants for a search engine of one's own. */
export function writeSearchTemplate(searchPage: string): string {
  return `${searchPage}?q=%s`;
}
