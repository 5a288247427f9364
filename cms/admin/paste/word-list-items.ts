import type { Element } from 'hast';
import type { RootContent as Block } from 'mdast';
import { wordsOf, isIgnored } from './html-elements.ts';
import { toInline, trimEnds, dropLeading } from './html-inline.ts';
import { addItem } from './items.ts';

/** A paragraph that Word shows as an item of a list. */
export function isWordListItem(node: Element): boolean {
  return (
    node.tagName === 'p' &&
    (/mso-list:/.test(String(node.properties['style'] ?? '')) ||
      /MsoListParagraph/.test(String(node.properties['className'] ?? '')))
  );
}

/** Word writes a list as paragraphs that say so in their style, with their level; the sign in front is text. */
export function addWordListItem(blocks: Block[], node: Element): void {
  const style = String(node.properties['style'] ?? '');
  const level = Math.max(0, Number(/mso-list:[^;]{0,40}?level([1-9])/.exec(style)?.[1] ?? 1) - 1);
  const list = /mso-list:\s*(l\d{1,6})/.exec(style)?.[1];
  const drawn = findIgnored(node);
  const words = wordsOf(drawn ?? node)
    .replace(/[\s\u00A0]+/g, ' ')
    .trimStart();
  const sign = drawn
    ? words.trim()
    : (/^(?:[（(]?(?:[0-9０-９]{1,3}|[a-zA-Z]|[ア-ン])[.．、)）]|[0-9０-９]{1,3}(?= )|[①-⑳]|[·・•●○■◆▪§Ø-]|[lnoquvü](?= ))/u.exec(
        words,
      )?.[0] ?? '');
  const number = Number(
    /^[（(]?([0-9０-９]{1,3})/.exec(sign)?.[1]?.normalize('NFKC') ??
      (/^[①-⑳]/.test(sign) ? (sign.codePointAt(0) ?? 0) - 0x24_5f : Number.NaN),
  );
  const isLetter =
    /^[（(]?(?:[a-zA-Z]|[ア-ン]|[ivxIVX]{1,5})[.．、)）]/.test(sign) &&
    !/wingdings|symbol/i.test(JSON.stringify(drawn?.properties ?? {}));
  const children = trimEnds(drawn ? toInline(node.children) : dropLeading(toInline(node.children), sign));
  const place = {
    level,
    ordered: !Number.isNaN(number) || isLetter,
    ...(Number.isNaN(number) ? {} : { number }),
    ...(list ? { list } : {}),
  };
  addItem(blocks, place, [{ type: 'paragraph', children }]);
}

/** What Word puts before an item for programs that know no lists of its kind. */
function findIgnored(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = isIgnored(child) ? child : findIgnored(child);
    if (found) return found;
  }
  return undefined;
}
