import { findingAt, type Finding, type Severity } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { LinkTargets } from '../link-targets.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { SiteRule } from '../rule.ts';
import type { Site } from '../site.ts';
import { textAt } from '../values.ts';

/** Questions and pictures named in a text exist. Addresses of other sites are none of our business here. */
export const links: SiteRule = ({ document, targets }, site) =>
  targets.parts.flatMap((part) => {
    const most = contentLimits.findingsTold + 1;
    return [...findQuestions(document, part, site).take(most), ...findPictures(document, part, site).take(most)];
  });

function* findQuestions(document: AnyDocument, { questions }: PartTargets, site: Site): Generator<Finding> {
  for (const { address, id, hasSlash, place } of questions) {
    const report = (message: string, severity: Severity = 'error') =>
      findingAt(document, place, { rule: 'links', severity, message });
    const [target] = site.qas.get(id) ?? [];
    if (!target && !site.redirects.has(`/q/${id}/`)) {
      yield report(`リンク先の質問「${address}」がありません。IDを確かめて直すか、リンクを消してください。`);
    } else if (!hasSlash) {
      yield report(`リンク「${address}」の終わりに「/」がありません。「${address}/」に直してください。`);
    } else if (target && textAt(target.value, 'status') === 'withdrawn') {
      yield report(
        `リンク先の質問「${address}」は取り下げられています。別のリンクにするか、消してください。`,
        'warning',
      );
    }
  }
}

function* findPictures(document: AnyDocument, { pictures }: PartTargets, site: Site): Generator<Finding> {
  for (const { address, place } of pictures) {
    if (site.media.has(decode(address.split(/[?#]/, 1)[0] ?? address))) continue;
    const message = `画像「${address}」がありません。画像を入れ直すか、名前を直してください。`;
    yield findingAt(document, place, { rule: 'links', message });
  }
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

type PartTargets = LinkTargets['parts'][number];
