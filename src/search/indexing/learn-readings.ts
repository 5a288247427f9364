import type { IndexDocument } from '../index-format.ts';

/** Readings that the pages give themselves: 引越（ひっこし）. */
export function learnReadings(documents: readonly IndexDocument[]): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const document of documents) {
    for (const text of [document.question, document.summary, ...document.sections.map((section) => section.text)]) {
      for (const [, word, reading] of text.normalize('NFKC').matchAll(glossed)) {
        if (!word || !reading || reading.length < word.length || reading.length > word.length * 4) continue;
        const held = readings.get(reading) ?? [];
        if (!held.includes(word)) readings.set(reading, [...held, word]);
      }
    }
  }
  return readings;
}

const glossed = /(\p{sc=Han}{2,8})\(([ぁ-ゖー]{3,16})\)/gu;
