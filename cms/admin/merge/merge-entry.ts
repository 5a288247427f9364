import { applyChanges, readFile } from '../backend/apply-changes.ts';
import { isYamlPath } from '../backend/entry-path.ts';
import type { TextConflict } from '../../protocol/entry-shapes.ts';
import { closeValue, mergeValue } from './merge-value.ts';
import { mergeText } from './merge-text.ts';
import { MergeConflict } from './merge-conflict.ts';

/**
 * Two changes of one entry put together, field by field and line by line. `conflicts` are where both changed the same
 * and a person decides; `compose` gives the file once all are decided, in the other side's spelling where nothing was
 * changed.
 */
export function mergeEntry({
  path,
  base,
  theirs,
  yours,
}: Pick<TextConflict, 'path' | 'base' | 'theirs' | 'yours'>): EntryMerge {
  const conflicts: MergeConflict[] = [];
  if (!theirs) {
    const whole = new MergeConflict([], undefined, yours.text, 'value');
    return { conflicts: [whole], compose: () => yours.text };
  }
  const isYaml = isYamlPath(path);
  try {
    const [one, old, other] = [theirs.text, base?.text, yours.text].map((text) =>
      text === undefined ? undefined : read(text, isYaml),
    );
    const merged = mergeValue({ base: old, theirs: one, yours: other }, [], conflicts);
    return {
      conflicts,
      compose: () => {
        const { [bodyKey]: body, ...fields } = closeValue(merged) as Record<string, unknown>;
        return applyChanges(theirs.text, fields, isYaml ? undefined : typeof body === 'string' ? body : '');
      },
    };
  } catch {
    // A file whose fields cannot be read is compared as the lines that it is.
    conflicts.length = 0;
    const text = mergeText(base?.text, theirs.text, yours.text, [], conflicts);
    return { conflicts, compose: () => text.join() };
  }
}

/** The body as one more field; no field of ours has that name. */
function read(text: string, isYaml: boolean): Record<string, unknown> {
  const { fields, body } = readFile(text, isYaml);
  return body === undefined || body === '' ? fields : { ...fields, [bodyKey]: `${body}\n` };
}

export const bodyKey = '__body';

export interface EntryMerge {
  conflicts: readonly MergeConflict[];
  compose(): string;
}
