import {
  parsePrivacyExceptions,
  privacyExceptionsFile,
  type PrivacyException,
} from '../../src/lint/privacy-exceptions.ts';
import type { Desk } from './desk.ts';
import { rewriteExceptions, type ExceptionChanges } from './privacy-exceptions.ts';
import type { Edit } from './repository/tree-writer.ts';

/** The edit that keeps the file of privacy judgements in step with the entries; none if nothing changes there. */
export async function editExceptions({ repository }: Desk, tree: string, changes: ExceptionChanges): Promise<Edit[]> {
  const id = await repository.findFile(tree, privacyExceptionsFile);
  const source = id === undefined ? undefined : (await repository.readFile(id)).toString();
  const rewritten = rewriteExceptions(source, changes);
  if (rewritten === undefined || rewritten === source) return [];
  return [{ path: privacyExceptionsFile, id: await repository.writeFile(Buffer.from(rewritten)) }];
}

/** The judgements on record for a file. */
export async function readExceptionsOf({ repository }: Desk, tree: string, file: string): Promise<PrivacyException[]> {
  const id = await repository.findFile(tree, privacyExceptionsFile);
  const source = id === undefined ? '[]' : (await repository.readFile(id)).toString();
  return (parsePrivacyExceptions(source).data ?? []).filter((judgement) => judgement.file === file);
}
