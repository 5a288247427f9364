import { canParse } from '../schema/parse-url.ts';
import { blankCode } from './blank-code.ts';
import type { Place } from './finding.ts';
import type { MarkdownPart } from './markdown-parts.ts';
import type { AnyDocument } from './parse-document.ts';
import { addressOf } from './site.ts';

/**
 * What a document leads to and shows within this site, as far as its own file tells. Whether that exists, and who may
 * read it, is asked of the site.
 */
export function findLinkTargets(document: AnyDocument, parts: readonly MarkdownPart[]): LinkTargets {
  return {
    parts: parts
      .map((part) => ({ ...findNamed(part), links: findLinks(document, part) }))
      .filter(({ questions, pictures, links }) => questions.length + pictures.length + links.length > 0),
    mentions: [...document.source.matchAll(mention)].map(({ 0: written, 1: folder = '', 2: id = '', index }) => ({
      written,
      address: `/${folder}/${id}/`,
      offset: index,
    })),
  };
}

/** Preceded by nothing that would make it a part of another address. */
const question = /(?<![\w./:%-])\/q\/([A-Za-z0-9]+)(\/?)/g;
const picture = /(?<![\w./:%-])\/(?:images|media)\/[^\s"'()<>[\]、。」]+/g;
/** Of any host: a full address of this site is a link too. */
const mention = /\/(q|events)\/([A-Za-z0-9-]+)/g;

function findNamed({ text, placeOf }: MarkdownPart): Pick<TargetsOfPart, 'questions' | 'pictures'> {
  const prose = blankCode(text);
  return {
    questions: [...prose.matchAll(question)].map(({ 0: address, 1: id = '', 2: slash, index }) => ({
      address,
      id,
      hasSlash: slash !== '',
      place: placeOf(index),
    })),
    pictures: [...prose.matchAll(picture)].map(({ 0: address, index }) => ({ address, place: placeOf(index) })),
  };
}

/** Relative and encoded forms, which do not stand in the source as they are read. */
function findLinks(document: AnyDocument, { text, compiled, page, placeOf }: MarkdownPart): TargetsOfPart['links'] {
  return ((compiled ?? page)?.links ?? []).flatMap(({ url, offset }) => {
    const path = resolve(url, document);
    const isMentioned = /^\/(?:q|events)\//.test(path) && text.includes(path.replace(/\/$/, ''));
    return path === '' || isMentioned ? [] : [{ path, place: placeOf(offset) }];
  });
}

/** The path to which a link leads from the document's own page, `''` for other sites. */
function resolve(url: string, document: AnyDocument): string {
  const here = new URL(addressOf(document) || '/', ownSite);
  if (!canParse(url, here.href)) return '';
  const { origin, pathname } = new URL(url, here);
  if (origin !== ownSite) return '';
  try {
    return `${decodeURIComponent(pathname).replace(/(?:\.md|\/[^/]+\.ics)?\/?$/, '')}/`;
  } catch {
    return pathname;
  }
}

/** Stands for whatever host the site is served from. */
const ownSite = 'https://kenjinkai.invalid';

/** Plain data, which can be kept beside the file that it was read from. */
export interface LinkTargets {
  /** Of the texts that lead to or show anything. */
  parts: readonly TargetsOfPart[];
  /** Addresses of Q&As and events anywhere in the file; `offset` counts in the file. */
  mentions: readonly { written: string; address: string; offset: number }[];
}

interface TargetsOfPart {
  /** Q&As named in prose. */
  questions: readonly { address: string; id: string; hasSlash: boolean; place: Place }[];
  pictures: readonly { address: string; place: Place }[];
  /** Links whose paths are not mentioned as they are. */
  links: readonly { path: string; place: Place }[];
}
