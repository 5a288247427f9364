/**
 * One key for a Q&A, whichever group's folder its path or its draft's id names: `qa/gifu/abcd2345` and
 * `qa/aichi/abcd2345` are the same entry, before and after its group was changed. Other paths and ids stay as they are.
 */
export function entryKey(pathOrId: string): string {
  return pathOrId.replace(/^((?:content\/)?qa\/)[^/]+\//, '$1');
}
