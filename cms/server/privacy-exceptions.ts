import { isMap, isSeq, parseDocument, stringify, YAMLSeq } from 'yaml';
import { parsePrivacyExceptions, type PrivacyException, type PrivacyExceptions } from '../../src/lint/privacy-exceptions.ts';
import type { Trailer } from './repository/commit.ts';

/** The judgements on record, and those of a draft in place of them. */
export function joinExceptions(source: string | undefined, added: readonly PrivacyException[]): PrivacyExceptions {
  const recorded = source === undefined ? [] : (parsePrivacyExceptions(source).data ?? []);
  const kept = recorded.filter((one) => !added.some((other) => isSame(one, other)));
  return parsePrivacyExceptions(stringify([...kept, ...added]));
}

/** The file with judgements added, moved or dropped; comments that people wrote into it stay. */
export function rewriteExceptions(source: string | undefined, { added, moved, dropped }: ExceptionChanges): string | undefined {
  const document = parseDocument(source ?? '[]\n');
  if (!isSeq(document.contents)) document.contents = new YAMLSeq() as never;
  const list = document.contents as unknown as YAMLSeq;
  const before = JSON.stringify(document.toJS());
  const [first] = list.items;
  list.items = list.items.filter((item) => !isMap(item) || !dropped.has(String(item.get('file'))));
  // A comment at the top of the file belongs to its first entry in the parser's eyes, not in people's.
  if (isMap(first) && list.items[0] !== first && first.commentBefore) list.commentBefore = first.commentBefore;
  const old = list.items.filter((item) => isMap(item));
  for (const one of added) {
    const known = old.find((item) => isSame(one, { file: String(item.get('file')), kind: String(item.get('kind')) }));
    if (known) for (const [key, value] of Object.entries(one)) known.set(key, value);
    else list.add(document.createNode(one));
  }
  for (const item of list.items) {
    const target = isMap(item) ? moved.get(String(item.get('file'))) : undefined;
    if (isMap(item) && target !== undefined) item.set('file', target);
  }
  list.flow = list.items.length === 0;
  return JSON.stringify(document.toJS()) === before ? source : document.toString({ lineWidth: 0 });
}

/** One trailer a judgement: which file and kind, how many places, when, and the reason. */
export function writePrivacyTrailers(exceptions: readonly PrivacyException[]): Trailer[] {
  return exceptions.map(({ file, kind, count, date, reason }) => ({ key: trailerKey, value: `${file} ${kind} ${count} ${date} ${reason}` }));
}

export function readPrivacyTrailers(trailers: readonly Trailer[]): PrivacyException[] {
  const lines = trailers.filter(({ key }) => key === trailerKey).flatMap(({ value }) => {
    const [, file, kind, count, date, reason] = /^(\S+) (\S+) (\d+) (\S+) (.+)$/.exec(value) ?? [];
    return file === undefined ? [] : [{ file, kind, count: Number(count), date, reason }];
  });
  return lines.length === 0 ? [] : (parsePrivacyExceptions(stringify(lines)).data ?? []);
}

const trailerKey = 'CMS-Privacy-Exception';

function isSame(one: { file: string; kind: string }, other: { file: string; kind: string }): boolean {
  return one.file === other.file && one.kind === other.kind;
}

export interface ExceptionChanges {
  added: readonly PrivacyException[];
  /** Old paths and new ones. */
  moved: ReadonlyMap<string, string>;
  /** Paths of deleted files. */
  dropped: ReadonlySet<string>;
}
