import { createRequire } from 'node:module';

/**
 * What a browser would make of the output, by parse5, which follows the HTML standard. The list below is written by
 * hand and apart from the one in the compiler, so that a slip in one shows in the other.
 */
export function findViolations(html: string): string[] {
  const { nodes, errors } = readHtml(html);
  const violations = errors.map((code) => `parse error ${code}`);
  for (const node of nodes) {
    if (node.nodeName === '#text' || node.nodeName === '#document-fragment') continue;
    const names = allowed[node.nodeName];
    if (names === undefined) violations.push(`<${node.nodeName}>`);
    for (const { name, value } of node.attrs ?? []) {
      if (!names?.includes(name)) violations.push(`${node.nodeName}[${name}]`);
      if (name === 'href' && !isSafeAddress(value)) violations.push(`href=${value}`);
      if (name === 'src' && !isOwnAddress(value)) violations.push(`src=${value}`);
    }
  }
  return violations;
}

function readHtml(html: string): { nodes: HtmlNode[]; errors: string[] } {
  const errors: string[] = [];
  const root = parse5.parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  const nodes: HtmlNode[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    open.push(...(node.childNodes ?? []).toReversed());
  }
  return { nodes, errors };
}

export function elements(html: string, name: string): Record<string, string>[] {
  return readHtml(html)
    .nodes.filter(({ nodeName }) => nodeName === name)
    .map(({ attrs }) => Object.fromEntries((attrs ?? []).map((attribute) => [attribute.name, attribute.value])));
}

const allowed: Record<string, string[] | undefined> = {
  a: ['href', 'id', 'class', 'rel', 'aria-label', 'aria-describedby'],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  div: ['class', 'role', 'tabindex', 'aria-label', 'data-base'],
  em: [],
  figcaption: [],
  figure: ['class'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  hr: [],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  li: ['class', 'id'],
  ol: ['class', 'start'],
  p: ['class', 'id'],
  path: ['class', 'd'],
  pre: ['tabindex'],
  rect: ['class', 'x', 'y', 'width', 'height', 'rx'],
  rp: [],
  rt: [],
  ruby: [],
  section: ['class'],
  span: ['class', 'aria-hidden'],
  strong: [],
  sup: [],
  svg: ['class', 'viewBox', 'role', 'aria-label'],
  table: [],
  tbody: [],
  td: ['class', 'data-label'],
  text: ['class', 'x', 'y'],
  th: ['class', 'scope'],
  thead: [],
  tr: [],
  ul: ['class'],
};

/** Resolved as a browser does it, on a page of the site. */
function isSafeAddress(href: string): boolean {
  const url = URL.parse(href, page);
  if (!url) return false;
  const isWritten = /^(https?:|mailto:|tel:)/i.test(href);
  return isWritten ? ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) : url.host === new URL(page).host;
}

function isOwnAddress(src: string): boolean {
  const url = URL.parse(src, page);
  return url?.host === new URL(page).host && /\/(images|media)\//.test(url.pathname);
}

const page = 'https://site.example/q/k7mq2pzd/';

const parse5 = createRequire(import.meta.url)('parse5') as {
  parseFragment(html: string, options: { onParseError(error: { code: string }): void }): HtmlNode;
};

interface HtmlNode {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: HtmlNode[];
}
