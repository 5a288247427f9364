import type { Element, ElementContent, Root } from 'hast';
import { frameTable, type TablePlace } from './finish-table.ts';
import { createAnchors, headingLevel } from './headings.ts';
import { isExternal, underBase } from './links.ts';
import { labelText } from './plain-text.ts';

/**
 * Turns the general HTML of remark-rehype into this site's: anchors, addresses under the base path, tables that scroll,
 * task marks instead of form fields, classes instead of styles. The depth of the tree is bounded.
 */
export function finishHtml(root: Root, options: FinishOptions): void {
  const anchorFor = createAnchors(options.idPrefix);
  let place: TablePlace = { heading: '', number: 0 };

  const finish = (node: Element): Element => {
    // From the inside out: a heading's anchor is made from words among which note marks are already known as such.
    node.children = node.children.map((child) => (child.type === 'element' ? finish(child) : child));
    if (/^h[1-6]$/.test(node.tagName)) place = { heading: labelText(node).trim(), number: 0 };
    if (node.tagName === 'table') place = { ...place, number: place.number + 1 };
    return node.tagName === 'table' ? frameTable(node, place) : finishElement(node, options, anchorFor);
  };
  root.children = root.children.map((child) => (child.type === 'element' ? finish(child) : child));
}

/** Changes the element in place. */
function finishElement(node: Element, options: FinishOptions, anchorFor: (text: string) => string): Element {
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      node.tagName = `h${headingLevel(Number(node.tagName.slice(1)), options.headingOffset)}`;
      node.properties = { id: anchorFor(labelText(node).trim()) };
      return node;
    case 'a':
      node.properties = linkProperties(node, options);
      return node;
    case 'img':
      node.properties = imageProperties(node, options);
      return node;
    case 'th':
    case 'td':
      finishCell(node);
      return node;
    case 'pre':
      // Wide lines scroll, and what scrolls must be reachable by keyboard.
      node.properties = { tabIndex: 0 };
      return node;
    case 'code':
      node.properties = {};
      return node;
    case 'ul':
    case 'ol':
      if (node.properties['className']) node.properties = { ...node.properties, className: ['task-list'] };
      return node;
    case 'li':
      if (node.properties['className']) finishTask(node);
      if (node.properties['id']) node.properties = { id: options.idPrefix + String(node.properties['id']) };
      return node;
    case 'p':
      if (node.properties['id'] === 'footnote-label')
        node.properties = { ...node.properties, id: `${options.idPrefix}footnotes` };
      return node;
    case 'section':
      node.properties = { className: ['footnotes'] };
      return node;
    default:
      return node;
  }
}

/** Titles are dropped here and below: a word that only a mouse can find does not inform. */
function linkProperties(node: Element, { idPrefix, basePath }: FinishOptions): Element['properties'] {
  const { href, id, ariaLabel, dataFootnoteRef, dataFootnoteBackref } = node.properties;
  const target = String(href);
  const inText = `#${idPrefix}${target.slice(1)}`;
  if (dataFootnoteRef !== undefined)
    return {
      href: inText,
      id: idPrefix + String(id),
      className: ['footnote-ref'],
      ariaDescribedBy: [`${idPrefix}footnotes`],
    };
  if (dataFootnoteBackref !== undefined) return { href: inText, className: ['footnote-back'], ariaLabel };
  return {
    href: underBase(target, basePath),
    ...(isExternal(target) ? { rel: ['noopener', 'noreferrer', 'external'] } : {}),
  };
}

function imageProperties(node: Element, { basePath }: FinishOptions): Element['properties'] {
  const { src, alt, width, height } = node.properties;
  return { src: underBase(String(src), basePath), alt, width, height, loading: 'lazy', decoding: 'async' };
}

/** An empty corner cell heads nothing, so it must not say that it does. */
function finishCell(node: Element): void {
  const { align } = node.properties;
  node.properties = typeof align === 'string' ? { className: [`align-${align}`] } : {};
  if (node.tagName === 'th' && labelText(node).trim() === '') node.tagName = 'td';
  if (node.tagName === 'th') node.properties = { ...node.properties, scope: 'col' };
}

/** The box is drawn; only a finished task says so in words, since an open one reads like any other item. */
function finishTask(item: Element): void {
  item.properties = { className: ['task-item'] };
  replaceField(item);
}

function replaceField(node: Element): void {
  const index = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'input');
  const field = node.children[index];
  if (field?.type === 'element') node.children.splice(index, 1, ...taskMark(field.properties['checked'] === true));
  else if (node.children.length > 0)
    for (const child of node.children)
      if (child.type === 'element' && child.tagName === 'p') return replaceField(child);
}

function taskMark(isDone: boolean): ElementContent[] {
  const box: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: isDone ? ['task', 'task-done'] : ['task'], ariaHidden: 'true' },
    children: [],
  };
  const state: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['task-state'] },
    children: [{ type: 'text', value: '済：' }],
  };
  return isDone ? [box, state] : [box];
}

export interface FinishOptions {
  basePath: string;
  idPrefix: string;
  headingOffset: number;
}
