import { findingAt, type Finding } from '../finding.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';
import { textAt } from '../values.ts';

/** Questions and pictures named in a text exist. Addresses of other sites are none of our business here. */
export const links: Rule = ({ document, parts }, site) =>
  parts.flatMap((part) => {
    const prose = { ...part, text: blankCode(part.text) };
    return [...findQuestions(document, prose, site), ...findPictures(document, prose, site)];
  });

/** Preceded by nothing that would make it a part of another address. */
const question = /(?<![\w./:%-])\/q\/([A-Za-z0-9]+)(\/?)/g;
const picture = /(?<![\w./:%-])\/images\/[^\s"'()<>[\]、。」]+/g;

/** Code shows how something is written and links to nothing. The result is as long as the text. */
function blankCode(text: string): string {
  return text.replace(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`\n]\3(?!`)/gm, (code) => code.replace(/[^\n]/g, ' '));
}

function findQuestions(document: AnyDocument, { text, placeOf }: MarkdownPart, site: Site): Finding[] {
  return [...text.matchAll(question)].flatMap(([address, id = '', slash], index, all) => {
    const place = placeOf(all[index]?.index ?? 0);
    const [target] = site.qas.get(id) ?? [];
    if (!target && !site.redirects.has(`/q/${id}/`)) return [findingAt(document, place, { rule: 'links', message: `リンク先の質問「${address}」がありません。IDを確かめて直すか、リンクを消してください。` })];
    if (slash === '') return [findingAt(document, place, { rule: 'links', message: `リンク「${address}」の終わりに「/」がありません。「${address}/」に直してください。` })];
    if (target && textAt(target.value, 'status') === 'withdrawn') return [findingAt(document, place, { rule: 'links', severity: 'warning', message: `リンク先の質問「${address}」は取り下げられています。別のリンクにするか、消してください。` })];
    return [];
  });
}

function findPictures(document: AnyDocument, { text, placeOf }: MarkdownPart, site: Site): Finding[] {
  return [...text.matchAll(picture)]
    .filter(([address]) => !site.media.has(decode(address.replace(/[?#].*$/, ''))))
    .map((match) => findingAt(document, placeOf(match.index), { rule: 'links', message: `画像「${match[0]}」がありません。画像を入れ直すか、名前を直してください。` }));
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
