import { creditOf } from '../library/qa-facts.ts';
import type { LibraryQa } from '../library/qas.ts';
import { statuses } from '../schema/choices.ts';
import { formatShortDay } from '../strings/dates.ts';
import { namedDay } from '../strings/provenance.ts';
import { siteWords } from '../strings/site.ts';
import type { ShareableAnswer } from './share/paste-text.ts';

/** What of a Q&A goes into a chat. */
export function toShareable(qa: LibraryQa, url: string): ShareableAnswer {
  const warnings = [
    qa.provenance === 'sample' ? siteWords.sample : '',
    qa.shownStatus === 'current' ? '' : statuses[qa.shownStatus],
  ];
  return {
    question: qa.question,
    summary: qa.summary,
    who: creditOf(qa),
    when: namedDay(qa.provenance, formatShortDay(qa.answered)),
    label: warnings.filter((warning) => warning !== '').join('・'),
    url,
  };
}
