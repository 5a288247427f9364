import { canParse } from '../../schema/web-address.ts';
import { findingAt, type Finding, type Place } from '../finding.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { Rule } from '../rule.ts';
import { addressKey, addressOf, type Site } from '../site.ts';
import { textAt, textsAt } from '../values.ts';

/**
 * What everybody may read leads to nothing that only members may read: the link would end nowhere, and tell that
 * something is there. This holds for links of every form and for addresses that are only mentioned, in any field.
 */
export const membersOnly: Rule = ({ document, parts }, site) =>
  isForMembers(document)
    ? []
    : [
        ...findRelated(document, site),
        ...findMentioned(document, site),
        ...parts.flatMap((part) => findLinked(document, part, site)),
      ];

function findRelated(document: AnyDocument, site: Site): Finding[] {
  return textsAt(document.value, 'related')
    .filter(({ text }) => isMembersAddress(`/q/${text}/`, site))
    .map(({ text, index }) => {
      const message = `関連する質問「${text}」は会員限定です。公開サイトを読む人は開けないため、公開の質問に変えるか、消してください。`;
      return findingAt(document, { path: ['related', index] }, { rule, message });
    });
}

/** Of any host: a full address of this site is a link too. Former addresses are checked by their own rule. */
function findMentioned(document: AnyDocument, site: Site): Finding[] {
  return [...document.source.matchAll(mention)]
    .filter(([, folder = '', id = '']) => isMembersAddress(`/${folder}/${id}/`, site))
    .map((match) => report(document, { offset: match.index }, match[0]))
    .filter(({ field }) => field?.includes('redirectFrom') !== true);
}

/** Relative and encoded forms, which do not stand in the source as they are read. */
function findLinked(document: AnyDocument, { text, compiled, page, placeOf }: MarkdownPart, site: Site): Finding[] {
  return ((compiled ?? page)?.links ?? []).flatMap(({ url, offset }) => {
    const path = resolve(url, document);
    const isMentioned = /^\/(?:q|events)\//.test(path) && text.includes(path.replace(/\/$/, ''));
    return isMentioned || !isMembersAddress(path, site) ? [] : [report(document, placeOf(offset), path)];
  });
}

function report(document: AnyDocument, place: Place, address: string): Finding {
  const message = `リンク先「${address}」は会員限定です。公開サイトを読む人は開けないため、公開のページに変えるか、消してください。`;
  return findingAt(document, place, { rule, message });
}

const rule = 'members-only';
const mention = /\/(q|events)\/([A-Za-z0-9-]+)/g;

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

function isMembersAddress(address: string, site: Site): boolean {
  const key = addressKey(address);
  const targets = [
    ...(site.addresses.get(key) ?? []),
    ...(site.redirects.get(key) ?? []).map((redirect) => redirect.document),
  ];
  return targets.length > 0 && targets.every(isForMembers);
}

function isForMembers(document: AnyDocument): boolean {
  return textAt(document.value, 'audience') === 'members';
}
