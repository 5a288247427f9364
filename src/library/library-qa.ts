import type { Status } from '../schema/choices.ts';
import { noteFacts } from './cache-key.ts';
import { statusOn } from './status.ts';
import type { ContentStoreRange, QaTexts, StoredQa, StoredQaWithRange } from './stored.ts';

/** A Q&A as pages show it. */
export interface LibraryQa extends StoredQa {
  /** Status on the day of the build. */
  shownStatus: Status;
  /** Day of the newest answer, ISO. */
  answered: string;
}

/** `day` is that of the site, ISO: a Q&A whose review is due by then says so. */
export function toLibraryQa(stored: StoredQa, day: string): LibraryQa {
  return { ...stored, shownStatus: statusOn(day, stored), answered: newestAnswer(stored) };
}

/** The same of one whose texts are read when they are asked for. */
export function withLazyTexts(
  { texts: range, ...facts }: StoredQaWithRange,
  day: string,
  read: (range: ContentStoreRange) => QaTexts,
): LibraryQa {
  const { fileVersion: _file, version: _words, changed: _commit, ...listed } = facts;
  const own = { shownStatus: statusOn(day, facts), answered: newestAnswer(facts) };
  const qa: LibraryQa = {
    ...facts,
    ...own,
    answers: facts.answers.map((answer, index) => ({
      ...answer,
      get text() {
        return read(range).answers[index] ?? '';
      },
    })),
    get body() {
      return read(range).body;
    },
    get answerTexts() {
      return read(range).answerTexts;
    },
    get source() {
      return read(range).source;
    },
  };
  noteFacts(qa, { ...listed, ...own });
  return qa;
}

function newestAnswer(qa: { asked: string; answers: readonly { date: string }[] }): string {
  return qa.answers.map((answer) => answer.date).reduce((newest, date) => (date > newest ? date : newest), qa.asked);
}
