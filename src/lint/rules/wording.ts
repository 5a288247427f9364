import { blankCode } from '../blank-code.ts';
import { findingAt, type Finding, type Place } from '../finding.ts';
import { contentLimits } from '../limits.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { DocumentRule } from '../rule.ts';
import { textAt } from '../values.ts';
import { findWordings } from '../wording.ts';

/**
 * One spelling for one word, in what we write ourselves. Aliases and vocabulary are as people type, and titles of
 * sources as their publishers wrote them.
 */
export const wording: DocumentRule = ({ document, parts }) => [
  ...lineFields(document).flatMap((name) => {
    const text = textAt(document.value, name) ?? '';
    return report(document, text, (inside) => ({ path: [name], inside }));
  }),
  ...parts.flatMap(({ text, placeOf }) => report(document, blankCode(text), (offset) => placeOf(offset))),
];

function report(document: AnyDocument, text: string, placeOf: (offset: number) => Place): Finding[] {
  const found = findWordings(text).slice(0, contentLimits.findingsTold + 1);
  return found.map(({ written, use, offset }) => {
    const message = `「${written}」は、このサイトでは「${use}」と書きます。書き直してください。`;
    return findingAt(document, placeOf(offset), { rule: 'wording', severity: 'warning', message });
  });
}

function lineFields({ collection }: AnyDocument): readonly string[] {
  if (collection === 'qa') return ['question', 'summary'];
  if (collection === 'events') return ['title', 'summary'];
  if (collection === 'topics') return ['name', 'description'];
  if (collection === 'groups') return ['introduction'];
  return [];
}
