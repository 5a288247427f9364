import {
  parsePrivacyExceptions,
  privacyExceptionsFile,
  readJudgements,
  type PrivacyException,
} from '../../../src/lint/privacy-exceptions.ts';
import { rewriteExceptions, type ExceptionChanges } from './privacy-exceptions.ts';
import type { Repository } from '../repository/repository.ts';
import type { Edit } from '../repository/objects/tree-writer.ts';

/** The edit that keeps the file of privacy judgements in step with the entries; none if nothing changes there. */
export async function editExceptions(
  { repository }: { repository: Repository },
  tree: string,
  changes: ExceptionChanges,
): Promise<Edit[]> {
  const id = await repository.findFile(tree, privacyExceptionsFile);
  const source = id === undefined ? undefined : (await repository.readFile(id)).toString();
  const rewritten = rewriteExceptions(source, changes);
  if (rewritten === undefined || rewritten === source) return [];
  return [{ path: privacyExceptionsFile, id: await repository.writeFile(Buffer.from(rewritten)) }];
}

/** The judgements on record; with `file`, those for that file alone. */
export async function readExceptions(
  { repository }: { repository: Pick<Repository, 'findFile' | 'readFile'> },
  tree: string,
  file?: string,
): Promise<PrivacyException[]> {
  const id = await repository.findFile(tree, privacyExceptionsFile);
  const all =
    id === undefined ? [] : readJudgements(parsePrivacyExceptions((await repository.readFile(id)).toString()));
  return file === undefined ? all : all.filter((judgement) => judgement.file === file);
}
