import { findingAt, type Finding, type Place } from '../finding.ts';
import type { LinkTargets } from '../link-targets.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import { addressKey, type Site } from '../site.ts';
import { textAt, textsAt } from '../values.ts';

/**
 * What everybody may read leads to nothing that only members may read: the link would end nowhere, and tell that
 * something is there. This holds for links of every form and for addresses that are only mentioned, in any field.
 */
export const membersOnly: SiteRule = ({ document, targets }, site) =>
  isForMembers(document)
    ? []
    : [
        ...findRelated(document, site),
        ...findMentioned(document, targets, site),
        ...targets.parts.flatMap(({ links }) => findLinked(document, links, site)),
      ];

function findRelated(document: AnyDocument, site: Site): Finding[] {
  return textsAt(document.value, 'related')
    .filter(({ text }) => isMembersAddress(`/q/${text}/`, site))
    .map(({ text, index }) => {
      const message = `関連する質問「${text}」は会員限定です。公開サイトを読む人は開けないため、公開の質問に変えるか、消してください。`;
      return findingAt(document, { path: ['related', index] }, { rule, message });
    });
}

/** Former addresses are checked by their own rule. */
function findMentioned(document: AnyDocument, { mentions }: LinkTargets, site: Site): Finding[] {
  return mentions
    .filter(({ address }) => isMembersAddress(address, site))
    .map(({ written, offset }) => report(document, { offset }, written))
    .filter(({ field }) => field?.includes('redirectFrom') !== true);
}

function findLinked(document: AnyDocument, links: LinkTargets['parts'][number]['links'], site: Site): Finding[] {
  return links
    .filter(({ path }) => isMembersAddress(path, site))
    .map(({ path, place }) => report(document, place, path));
}

function report(document: AnyDocument, place: Place, address: string): Finding {
  const message = `リンク先「${address}」は会員限定です。公開サイトを読む人は開けないため、公開のページに変えるか、消してください。`;
  return findingAt(document, place, { rule, message });
}

const rule = 'members-only';

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
