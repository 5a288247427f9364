import type { Segment } from '../engine.ts';
import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';

/**
 * A text with its marks: as typed, in other words (which the pointer tells), or only near to what was typed, which is
 * no mark.
 */
export function showSegments(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, marked, reason, isNear }) => {
    if (!marked) return text;
    if (isNear === true)
      return build('span', { class: 'near-word', title: `${words.reasonsNear}${reason ?? ''}` }, text);
    return build('mark', { class: reason !== undefined && 'mark-other', title: reason }, text);
  });
}
