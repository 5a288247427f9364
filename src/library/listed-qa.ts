import type { Qa } from '../schema/qa.ts';
import type { LibraryQa } from './library-qa.ts';

/** What a list shows of a Q&A, as plain data: the page of a list depends on nothing else of it. */
export interface ListedQa extends Pick<
  LibraryQa,
  'id' | 'question' | 'summary' | 'provenance' | 'group' | 'shownStatus' | 'answered'
> {
  readonly answers: readonly Pick<Qa['answers'][number], 'by'>[];
}

export function toListedQa(qa: LibraryQa): ListedQa {
  const { id, question, summary, provenance, group, shownStatus, answered } = qa;
  return {
    id,
    question,
    summary,
    provenance,
    group,
    shownStatus,
    answered,
    answers: qa.answers.map(({ by }) => ({ by })),
  };
}
