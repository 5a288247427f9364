import type { ChangeSet, EditorState, TransactionSpec } from '@codemirror/state';

/** A cursor that stands where a sign is put in comes to stand behind it; what is selected stays selected. */
export function cursorBehind({ selection }: EditorState, changes: ChangeSet): Pick<TransactionSpec, 'selection'> {
  return selection.main.empty ? { selection: selection.map(changes, 1) } : {};
}
