import type { Element, RootContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { checkLink } from '../../../src/mdx/links.ts';
import { wordsOf, isLetterPicture, isIgnored, dropped } from './html-elements.ts';
import { resolveReferences } from './plain-signs.ts';
import { raise, lower } from './raised-signs.ts';

/** What stands inside a block: words, links, bold, readings, raised numbers; white space as a browser shows it. */
export function toInline(nodes: readonly RootContent[]): PhrasingContent[] {
  return joinTexts(
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text') return linkAddresses(resolveReferences(node.value).replace(/[\s\u00A0]+/g, ' '));
      if (node.type === 'element' && isLetterPicture(node))
        return [{ type: 'text', value: String(node.properties['alt']) }];
      if (node.type !== 'element' || dropped.has(node.tagName) || isIgnored(node)) return [];
      const children = () => toInline(node.children);
      if (node.tagName === 'br') return [{ type: 'break' }];
      if (node.tagName === 'a') return toLink(node, children());
      if (node.tagName === 'code') return [{ type: 'inlineCode', value: wordsOf(node) }];
      if (node.tagName === 'ruby') return toRuby(node);
      if (isRaised(node, 'sup'))
        return withoutMarks(node) ? [{ type: 'text', value: raise(wordsOf(node)) }] : children();
      if (isRaised(node, 'sub'))
        return withoutMarks(node) ? [{ type: 'text', value: lower(wordsOf(node)) }] : children();
      if (node.tagName === 'del' || node.tagName === 's' || node.tagName === 'strike')
        return wrap('delete', children());
      if (isStrong(node)) return wrap('strong', children());
      return node.tagName === 'em' || node.tagName === 'i' ? wrap('emphasis', children()) : children();
    }),
  );
}

function isRaised(node: Element, name: 'sup' | 'sub'): boolean {
  if (node.tagName === name) return true;
  const style = node.tagName === 'span' ? String(node.properties['style'] ?? '') : '';
  return (name === 'sup' ? /vertical-align:\s*super/ : /vertical-align:\s*sub/).test(style);
}

/** Note marks of web pages are raised links, which stay links. */
function withoutMarks(node: Element): boolean {
  return node.children.every(
    (child) => child.type === 'text' || (child.type === 'element' && child.tagName !== 'a' && withoutMarks(child)),
  );
}

/** Words with their reading, in the notation of our texts; one that it cannot hold stands in brackets. */
function toRuby(node: Element): PhrasingContent[] {
  let base = '';
  let text = '';
  let reading = '';
  const end = () => {
    const word = base.replace(/\s+/g, '');
    const isWritable = /^[^｜《》]{1,40}$/.test(word) && /^[^｜《》]{1,60}$/.test(reading);
    text += reading === '' ? word : isWritable ? `｜${word}《${reading}》` : `${word}（${reading}）`;
    base = reading = '';
  };
  const look = (nodes: readonly RootContent[]): void => {
    for (const child of nodes) {
      if (child.type === 'text') {
        // Readings may stand one behind another, after the words that they belong to.
        if (child.value.trim() !== '' && reading !== '') end();
        base += child.value;
      }
      if (child.type !== 'element' || child.tagName === 'rp' || dropped.has(child.tagName)) continue;
      if (child.tagName === 'rt') reading += wordsOf(child).replace(/\s+/g, '');
      else look(child.children);
    }
  };
  look(node.children);
  end();
  return [{ type: 'text', value: text }];
}

/** An address among words becomes a link, so that the words behind it are none of it. */
function linkAddresses(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/(?<![A-Za-z0-9])https?:\/\/[!-~]+/gi)) {
    const url = found.replace(/[?!.,:;*_~'"<>)}\]]{1,20}$/, '');
    if (checkLink(url) !== undefined) continue;
    // Mail programs put addresses into angles, which have no meaning beyond that.
    const angle = text.charAt(index - 1) === '<' && text.charAt(index + url.length) === '>' ? 1 : 0;
    if (index - angle > from) parts.push({ type: 'text', value: text.slice(from, index - angle) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = index + url.length + angle;
  }
  return from === 0 ? [{ type: 'text', value: text }] : [...parts, { type: 'text', value: text.slice(from) }];
}

function toLink(node: Element, children: PhrasingContent[]): PhrasingContent[] {
  const url = String(node.properties['href'] ?? '');
  return url === '' || checkLink(url) !== undefined || wordsOf(node).trim() === ''
    ? children
    : [
        {
          type: 'link',
          url,
          children: children.flatMap((child) => (child.type === 'link' ? child.children : [child])) as never,
        },
      ];
}

/** Spaces at the edge of a mark would undo it. */
function wrap(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  // Bold words inside of bold words are no bolder.
  const flat = children.flatMap((child) => (child.type === type ? (child.children as PhrasingContent[]) : [child]));
  const inner = trimEnds(joinTexts(flat));
  if (inner.length === 0) return children;
  // Between words of Latin letters the space stays, outside.
  const [first, last] = [flat[0], flat.at(-1)];
  const lead: PhrasingContent[] =
    first?.type === 'text' && /^\s+[!-~]/.test(first.value) ? [{ type: 'text', value: ' ' }] : [];
  const trail: PhrasingContent[] =
    last?.type === 'text' && /[!-~]\s+$/.test(last.value) ? [{ type: 'text', value: ' ' }] : [];
  return [...lead, { type, children: inner }, ...trail];
}

function isStrong(node: Element): boolean {
  const style = String(node.properties['style'] ?? '');
  if (node.tagName === 'b' || node.tagName === 'strong') return !/font-weight:\s*(?:normal|400)/.test(style);
  return node.tagName === 'span' && /font-weight:\s*(?:bold|[6-9]00)/.test(style);
}

export function trimEnds(children: readonly PhrasingContent[]): PhrasingContent[] {
  const first = children.findIndex((child) => !isBlank(child));
  const last = children.findLastIndex((child) => !isBlank(child));
  const kept = first === -1 ? [] : children.slice(first, last + 1);
  return kept.map((child, index) => {
    if (child.type !== 'text') return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: index === kept.length - 1 ? start.trimEnd() : start };
  });
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}

function joinTexts(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    // Word cuts bold words into pieces.
    else if (isMarked(child) && last?.type === child.type)
      last.children = joinTexts([...last.children, ...child.children] as PhrasingContent[]) as never;
    else joined.push(child);
  }
  return joined;
}

function isMarked(node: PhrasingContent): node is Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }> {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

export function withoutBreaks(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = joinTexts(children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child)));
  return joined.map((child) => (child.type === 'text' ? { ...child, value: child.value.replace(/\s+/g, ' ') } : child));
}

export function dropLeading(children: PhrasingContent[], sign: string): PhrasingContent[] {
  let left = sign;
  return children.map((child) => {
    if (child.type !== 'text' || left === '') return child;
    const text = child.value.trimStart();
    const taken = text.startsWith(left) ? left.length : 0;
    if (taken > 0) left = '';
    return { ...child, value: taken > 0 ? text.slice(taken) : child.value };
  });
}
