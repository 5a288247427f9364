import { privacyExceptionsFile } from '../../../src/lint/privacy-exceptions.ts';
import { checkFilePath } from './paths.ts';
import type { Repository, Writer } from '../repository/repository.ts';

/**
 * The last check before a tree is written: whatever an action plans, only places on the allowlist change, and the file
 * of judgements that the server keeps itself. Throws the same refusal as a request that names such a path.
 */
export function guardWrites(repository: Repository, mediaFolder: string): Repository {
  const guard = (writer: Writer): Writer => ({
    ...writer,
    changeTree: async (tree, edits) => {
      for (const { path } of edits) if (path !== privacyExceptionsFile) checkFilePath(path, mediaFolder);
      return writer.changeTree(tree, edits);
    },
  });
  return { ...repository, change: (work, reference) => repository.change((writer) => work(guard(writer)), reference) };
}
