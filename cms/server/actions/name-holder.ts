import { sayTaken } from '../../../src/lint/taken-name.ts';
import { readEntryName } from '../entries/entry-names.ts';
import type { AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import { findTaken } from './taken-names.ts';
import type { ActionContext } from './action-context.ts';

/** Who has the name that somebody types for a new entry, as a sentence; nothing while it is free. */
export async function nameHolder(
  context: ActionContext,
  { collection, slug, title }: ParamsOf<'nameHolder'>,
): Promise<AnswerOf<'nameHolder'>> {
  const taken = await findTaken(context, readEntryName(collection, slug, context.mediaFolder), title);
  return { holder: taken ? { ...taken, slug, sentence: sayTaken(taken) } : null };
}
