import { sayTaken } from '../../../src/lint/taken-name.ts';
import type { Desk } from './desk.ts';
import { readEntryName } from '../entries/entry-names.ts';
import type { AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import { findTaken } from './taken-names.ts';

/** Who has the name that somebody types for a new entry, as a sentence; nothing while it is free. */
export async function nameHolder(
  desk: Desk,
  { collection, slug, title }: ParamsOf<'nameHolder'>,
): Promise<AnswerOf<'nameHolder'>> {
  const taken = await findTaken(desk, readEntryName(collection, slug, desk.mediaFolder), title);
  return { holder: taken ? { ...taken, slug, sentence: sayTaken(taken) } : null };
}
