import { blankCode } from '../blank-code.ts';
import { findingAt, type Finding, type Severity } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';
import { textAt } from '../values.ts';

/** Questions and pictures named in a text exist. Addresses of other sites are none of our business here. */
export const links: Rule = ({ document, parts }, site) =>
  parts.flatMap((part) => {
    const prose = { ...part, text: blankCode(part.text) };
    const most = contentLimits.findingsTold + 1;
    return [...findQuestions(document, prose, site).take(most), ...findPictures(document, prose, site).take(most)];
  });

/** Preceded by nothing that would make it a part of another address. */
const question = /(?<![\w./:%-])\/q\/([A-Za-z0-9]+)(\/?)/g;
const picture = /(?<![\w./:%-])\/(?:images|media)\/[^\s"'()<>[\]、。」]+/g;

function* findQuestions(document: AnyDocument, { text, placeOf }: MarkdownPart, site: Site): Generator<Finding> {
  for (const { 0: address, 1: id = '', 2: slash, index } of text.matchAll(question)) {
    const report = (message: string, severity: Severity = 'error') =>
      findingAt(document, placeOf(index), { rule: 'links', severity, message });
    const [target] = site.qas.get(id) ?? [];
    if (!target && !site.redirects.has(`/q/${id}/`)) {
      yield report(`リンク先の質問「${address}」がありません。IDを確かめて直すか、リンクを消してください。`);
    } else if (slash === '') {
      yield report(`リンク「${address}」の終わりに「/」がありません。「${address}/」に直してください。`);
    } else if (target && textAt(target.value, 'status') === 'withdrawn') {
      yield report(
        `リンク先の質問「${address}」は取り下げられています。別のリンクにするか、消してください。`,
        'warning',
      );
    }
  }
}

function* findPictures(document: AnyDocument, { text, placeOf }: MarkdownPart, site: Site): Generator<Finding> {
  for (const match of text.matchAll(picture)) {
    const [address] = match;
    if (site.media.has(decode(address.split(/[?#]/, 1)[0] ?? address))) continue;
    const message = `画像「${address}」がありません。画像を入れ直すか、名前を直してください。`;
    yield findingAt(document, placeOf(match.index), { rule: 'links', message });
  }
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
