import { findingAt, type Finding, type Place } from '../finding.ts';
import { isReservedAddress } from '../reserved-addresses.ts';
import type { SiteRule } from '../rule.ts';
import { addressKey } from '../site.ts';
import { textsAt } from '../values.ts';

/** A former address leads to one page, and no page stands there now. */
export const redirects: SiteRule = ({ document }, site) =>
  textsAt(document.value, 'redirectFrom').flatMap(({ text, index }): Finding[] => {
    const place: Place = { path: ['redirectFrom', index] };
    const report = (message: string) => findingAt(document, place, { rule: 'redirects', message });
    const [taken] = site.addresses.get(addressKey(text)) ?? [];
    if (taken?.file === document.file)
      return [report(`以前のアドレス「${text}」は、今のこのページのアドレスです。消してください。`)];
    if (taken)
      return [
        report(`以前のアドレス「${text}」には今もページがあります（「${taken.file}」）。消すか、直してください。`),
      ];
    if (isReservedAddress(text))
      return [report(`以前のアドレス「${text}」はサイトが使っています。消すか、直してください。`)];
    const others = (site.redirects.get(addressKey(text)) ?? []).filter(
      (other) => other.document !== document || other.index !== index,
    );
    if (others.length === 0) return [];
    const files = [...new Set(others.map((other) => other.document.file))].join('」「');
    return [report(`以前のアドレス「${text}」が二度書かれています（「${files}」）。転送先は一つにしてください。`)];
  });
