import { findingAt, type Finding, type Place } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { textsAt } from '../values.ts';

/** A former address leads to one page, and no page stands there now. */
export const redirects: Rule = ({ document }, site) =>
  textsAt(document.value, 'redirectFrom').flatMap(({ text, index }): Finding[] => {
    const place: Place = { path: ['redirectFrom', index] };
    const report = (message: string) => findingAt(document, place, { rule: 'redirects', message });
    const [taken] = site.addresses.get(text) ?? [];
    if (taken?.file === document.file) return [report(`以前のアドレス「${text}」は、今のこのページのアドレスです。消してください。`)];
    if (taken) return [report(`以前のアドレス「${text}」には今もページがあります（「${taken.file}」）。消すか、直してください。`)];
    if (isReserved(text)) return [report(`以前のアドレス「${text}」はサイトが使っています。消すか、直してください。`)];
    const others = (site.redirects.get(text) ?? []).filter((other) => other.document !== document || other.index !== index);
    if (others.length === 0) return [];
    const files = [...new Set(others.map((other) => other.document.file))].join('」「');
    return [report(`以前のアドレス「${text}」が二度書かれています（「${files}」）。転送先は一つにしてください。`)];
  });

/** Lists and tools of the site; below the folders of files nothing can be redirected. */
function isReserved(address: string): boolean {
  return /^\/(?:(?:search|q|groups|topics|months|events|pride|pages|404)\/|months\/(?:[1-9]|1[0-2])\/|(?:admin|data|images|pagefind|_astro)\/.*)$/.test(address);
}
