import type { IndexDocument } from '../index-format.ts';

/** Readings that the pages give themselves: 引越（ひっこし）. Of each page what `readingsIn` finds. */
export function learnReadings(pages: Iterable<readonly GivenReading[]>): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const [word, reading] of [...pages].flat()) {
    const held = readings.get(reading) ?? [];
    if (!held.includes(word)) readings.set(reading, [...held, word]);
  }
  return readings;
}

export function readingsIn({ question, summary, sections }: IndexDocument): GivenReading[] {
  return [question, summary, ...sections.map((section) => section.text)].flatMap((text) =>
    [...text.normalize('NFKC').matchAll(glossed)].flatMap(([, word, reading]): GivenReading[] =>
      !word || !reading || reading.length < word.length || reading.length > word.length * 4 ? [] : [[word, reading]],
    ),
  );
}

export type GivenReading = readonly [word: string, reading: string];

const glossed = /(\p{sc=Han}{2,8})\(([ぁ-ゖー]{3,16})\)/gu;
