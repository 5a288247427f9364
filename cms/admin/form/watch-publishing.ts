import type { DeskStore } from './desk-store.ts';

/**
 * Knows when an entry is being published. Decap reads it again afterwards and replaces the form by what it read: what
 * somebody types in between would be gone.
 */
export function watchPublishing(store: DeskStore): { isRunning(): boolean } {
  let isRunning = false;
  store.listen(({ type }) => {
    if (type === 'UNPUBLISHED_ENTRY_PUBLISH_REQUEST') isRunning = true;
    else if (endTypes.has(type)) isRunning = false;
  });
  return { isRunning: () => isRunning };
}

/** The publication failed; it succeeded and the entry was read again; the entry could not be read. */
const endTypes: ReadonlySet<string> = new Set(['UNPUBLISHED_ENTRY_PUBLISH_FAILURE', 'ENTRY_SUCCESS', 'ENTRY_FAILURE']);
