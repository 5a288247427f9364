import type { Status } from '../schema/choices.ts';
import { buildDay } from './build-day.ts';
import { statusOn } from './status.ts';
import type { QaTexts, StoredQaWithRange, StoredQa } from './stored.ts';
import { readContentStore } from './content-store.ts';

/** A Q&A as pages show it. */
export interface LibraryQa extends StoredQa {
  /** Status on the day of the build. */
  shownStatus: Status;
  /** Day of the newest answer, ISO. */
  answered: string;
}

export function toLibraryQa(stored: StoredQa): LibraryQa {
  return { ...stored, shownStatus: statusOn(buildDay, stored), answered: newestAnswer(stored) };
}

/** Its texts are read when they are asked for. */
export function readTexts({ texts: place, ...shelved }: StoredQaWithRange, file: string): LibraryQa {
  const texts = () => readRecent(`${file}:${place.at}`, () => readContentStore(file, place));
  return {
    ...shelved,
    shownStatus: statusOn(buildDay, shelved),
    answered: newestAnswer(shelved),
    answers: shelved.answers.map((answer, index) => ({
      ...answer,
      get text() {
        return texts().answers[index] ?? '';
      },
    })),
    get body() {
      return texts().body;
    },
    get answerTexts() {
      return texts().answerTexts;
    },
    get source() {
      return texts().source;
    },
  };
}

/** A page asks for the texts of one Q&A several times, and several pages are made at once. */
function readRecent(key: string, read: () => QaTexts): QaTexts {
  const texts = recent.get(key) ?? read();
  if (!recent.has(key)) recent.set(key, texts);
  const [oldest = ''] = recent.keys();
  if (recent.size > maxRecent) recent.delete(oldest);
  return texts;
}

const recent = new Map<string, QaTexts>();
const maxRecent = 50;

function newestAnswer(qa: { asked: string; answers: readonly { date: string }[] }): string {
  return qa.answers.map((answer) => answer.date).reduce((newest, date) => (date > newest ? date : newest), qa.asked);
}
