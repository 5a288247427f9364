import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import type { PrivacyFinding } from '../../../src/privacy/finding.ts';
import { element } from '../element.ts';

/** A list below a field that says what in it looks personal. It quotes nothing but the place. */
export function underlinePersonal(): {
  list: HTMLElement;
  look: (text: string) => void;
  findError: () => string | undefined;
} {
  const list = element('ul', { class: 'kj-findings', 'aria-live': 'polite' });
  let findings: PrivacyFinding[] = [];
  return {
    list,
    look: (text) => {
      findings = findPersonalInformation(text);
      list.replaceChildren(
        ...findings.map(({ message, start, certainty }) =>
          element(
            'li',
            { class: certainty === 'certain' ? 'kj-error' : 'kj-warning' },
            `${[...text.slice(0, start)].length + 1}文字目：${message}`,
          ),
        ),
      );
    },
    findError: () => findings.find(({ overridable, certainty }) => !overridable && certainty === 'certain')?.message,
  };
}
