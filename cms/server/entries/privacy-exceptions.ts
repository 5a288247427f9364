import { isMap, isSeq, parseDocument, stringify, YAMLSeq, type YAMLMap } from 'yaml';
import {
  parsePrivacyExceptions,
  privacyExceptionsFile,
  readJudgements,
  type PrivacyException,
} from '../../../src/lint/privacy-exceptions.ts';
import type { Trailer } from '../repository/objects/commit.ts';
import type { Edit } from '../repository/objects/tree-writer.ts';
import type { Repository } from '../repository/repository.ts';

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

/** The record with the judgements of some files replaced, and others moved or dropped; people's comments stay. */
export function rewriteExceptions(
  source: string | undefined,
  { judged, moved, dropped }: ExceptionChanges,
): string | undefined {
  const document = parseDocument(source ?? '[]\n');
  if (!isSeq(document.contents)) document.contents = new YAMLSeq() as never;
  const list = document.contents as unknown as YAMLSeq;
  const before = JSON.stringify(document.toJS());
  const [first] = list.items;
  for (const item of list.items) {
    const target = isMap(item) ? moved.get(String(item.get('file'))) : undefined;
    if (isMap(item) && target !== undefined) item.set('file', target);
  }
  list.items = list.items.filter((item) => !isMap(item) || stays(item, judged, dropped));
  // A comment at the top of the file belongs to its first entry in the parser's eyes, not in people's.
  if (isMap(first) && list.items[0] !== first && first.commentBefore) list.commentBefore = first.commentBefore;
  const old = list.items.filter((item) => isMap(item));
  for (const one of [...judged.values()].flat()) {
    const known = old.find((item) => item.get('value') === one.value && item.get('file') === one.file);
    if (known) for (const [key, value] of Object.entries(one)) setChanged(known, key, value);
    else list.add(document.createNode(one));
  }
  list.flow = list.items.length === 0;
  return JSON.stringify(document.toJS()) === before ? source : document.toString({ lineWidth: 0 });
}

/** One trailer a judgement: which file and kind, how many places, the mark of the value, when, and the reason. */
export function writePrivacyTrailers(exceptions: readonly PrivacyException[]): Trailer[] {
  return exceptions.map(({ file, kind, count, value, date, reason }) => ({
    key: trailerKey,
    value: `${file} ${kind} ${count} ${value} ${date} ${reason}`,
  }));
}

export function readPrivacyTrailers(trailers: readonly Trailer[]): PrivacyException[] {
  const lines = trailers
    .filter(({ key }) => key === trailerKey)
    .flatMap(({ value: written }) => {
      const [, file, kind, count, value, date, reason] = /^(\S+) (\S+) (\d+) (\S+) (\S+) (.+)$/.exec(written) ?? [];
      return file === undefined ? [] : [{ file, kind, count: Number(count), value, date, reason }];
    });
  return lines.length === 0 ? [] : readJudgements(parsePrivacyExceptions(stringify(lines)));
}

const trailerKey = 'CMS-Privacy-Exception';

function stays(item: YAMLMap, judged: ExceptionChanges['judged'], dropped: ReadonlySet<string>): boolean {
  const file = String(item.get('file'));
  const standing = judged.get(file);
  return !dropped.has(file) && (standing === undefined || standing.some(({ value }) => value === item.get('value')));
}

function setChanged(item: YAMLMap, key: string, value: unknown): void {
  if (item.get(key) !== value && !(key === 'count' && value === 1 && !item.has('count'))) item.set(key, value);
}

export interface ExceptionChanges {
  /** By path, all judgements that stand for a file; others of that file go. */
  judged: ReadonlyMap<string, readonly PrivacyException[]>;
  /** Old paths and new ones. */
  moved: ReadonlyMap<string, string>;
  /** Paths of deleted files. */
  dropped: ReadonlySet<string>;
}
