import type { VocabularyFile } from '../vocabulary.ts';

/** What is worked out from the editors' vocabulary, kept for the next index: it seldom changes. */
export function onceForFiles<T>(
  work: (files: readonly VocabularyFile[]) => T,
): (files: readonly VocabularyFile[]) => T {
  let kept: { readonly of: string; readonly result: T } | undefined;
  return (files) => {
    const of = JSON.stringify(files);
    if (kept?.of !== of) kept = { of, result: work(files) };
    return kept.result;
  };
}
