import { collections, type CollectionName } from '../schema/collections.ts';
import type { Finding } from './finding.ts';
import { privacyExceptionsFile } from './privacy-exceptions.ts';

/** Which collection a path below the root belongs to, by its folder and extension. */
export function collectionOf(file: string): CollectionName | undefined {
  return names.find(
    (name) =>
      file.startsWith(`content/${collections[name].folder}/`) && file.endsWith(`.${collections[name].extension}`),
  );
}

/** A file below `content/` that no collection reads would be missed by nobody until somebody looks for its page. */
export function findStray(file: string): Finding | undefined {
  if (collectionOf(file) !== undefined || file === privacyExceptionsFile || /(?:^|\/)\./.test(file)) return undefined;
  const folder = names.find((name) => file.startsWith(`content/${collections[name].folder}/`));
  const message =
    folder === undefined
      ? `このフォルダーのファイルはサイトに載りません。${names.map((name) => `content/${collections[name].folder}/`).join('、')} のどれかに移すか、消してください。`
      : `この拡張子のファイルはサイトに載りません。拡張子を「.${collections[folder].extension}」に直すか、消してください。`;
  return { file, line: 1, column: 1, rule: 'files', severity: 'error', message };
}

const names = Object.keys(collections) as CollectionName[];
