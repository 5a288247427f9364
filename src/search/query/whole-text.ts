import type { DisplayDocument } from '../index-format.ts';

/** All that a page says, a line for each of its texts. */
export function wholeText({ question, summary, sections }: DisplayDocument): string {
  return [question, summary, ...sections.flatMap((section) => [section.heading, section.text])].join('\n');
}

/** Of the best pages so many are read to see what their texts say. */
export const maxPagesRead = 100;
