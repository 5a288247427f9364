/** Our own HTML with every link and image as a full address, so that it works away from its page. */
export function absoluteLinks(html: string, page: string): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(/ (href|src)="([^"]*)"/g, (whole, name: string, target: string) =>
      /^[a-z][a-z0-9+.-]*:/i.test(target) ? whole : ` ${name}="${new URL(target, page).href.replaceAll('&', '&amp;')}"`,
    ),
  );
}

/** Markdown with links that start at the site's root or in its page made absolute; code is left as it is. */
export function absoluteMarkdown(markdown: string, page: string, absolute: (path: string) => string): string {
  return markdown.replace(
    /(\]\(<?)(\/(?!\/)[^)\s>]*|#[^)\s>]*)/g,
    (_whole, start: string, target: string) => start + (target.startsWith('#') ? page + target : absolute(target)),
  );
}
