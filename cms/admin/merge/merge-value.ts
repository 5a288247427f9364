import { diff3Merge } from 'node-diff3';
import { isRecord, isSameValue } from '../backend/same-value.ts';
import { mergeText } from './merge-text.ts';
import { MergeConflict, type Step } from './merge-conflict.ts';

/**
 * One value of an entry from two that began from the same one. What only one side changed is taken from there; where
 * both did, the result holds a `MergeConflict`, which `closeValue` replaces by what was decided. `undefined` is a value
 * that is absent.
 */
export function mergeValue({ base, theirs, yours }: Sides, path: readonly Step[], conflicts: MergeConflict[]): unknown {
  if (isSameValue(theirs, yours) || isSameValue(base, yours)) return theirs;
  if (isSameValue(base, theirs)) return yours;
  if (isRecord(theirs) && isRecord(yours))
    return mergeRecords(isRecord(base) ? base : {}, theirs, yours, path, conflicts);
  if (Array.isArray(theirs) && Array.isArray(yours)) {
    const before: unknown[] = Array.isArray(base) ? base : [];
    const isPlain = [...before, ...theirs, ...yours].every((item) => !isRecord(item) && !Array.isArray(item));
    return isPlain ? mergeSets(before, theirs, yours) : mergeItems(before, theirs, yours, path, conflicts);
  }
  if (isText(theirs) && isText(yours) && [base, theirs, yours].some((side) => isText(side) && side.includes('\n'))) {
    return mergeText(isText(base) ? base : undefined, theirs, yours, path, conflicts);
  }
  return open(new MergeConflict(path, theirs, yours, 'value'), conflicts);
}

/** The value with what was decided in each of its open conflicts. */
export function closeValue(value: unknown): unknown {
  if (value instanceof MergeConflict) return value.decided;
  if (Array.isArray(value)) return value.flatMap((item) => closeItem(item));
  if (!isRecord(value)) return value;
  if (typeof value['join'] === 'function') return (value as unknown as { join(): string }).join();
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, closeValue(item)])
      .filter(([, item]) => item !== undefined),
  );
}

/** A conflict among the items of a list stands for any number of them. */
function closeItem(item: unknown): unknown[] {
  const closed = closeValue(item);
  if (item instanceof MergeConflict && item.kind === 'items') return Array.isArray(closed) ? closed : [];
  return closed === undefined ? [] : [closed];
}

function mergeRecords(
  base: Fields,
  theirs: Fields,
  yours: Fields,
  path: readonly Step[],
  conflicts: MergeConflict[],
): Fields {
  const merged = joinKeys(Object.keys(theirs), Object.keys(yours)).map((key): [string, unknown] => {
    const sides = { base: own(base, key), theirs: own(theirs, key), yours: own(yours, key) };
    return [key, mergeValue(sides, [...path, key], conflicts)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** All keys, each new one behind the one that it stood behind. */
function joinKeys(keys: readonly string[], others: readonly string[]): string[] {
  const joined = [...keys];
  for (const [index, key] of others.entries()) {
    if (!joined.includes(key)) joined.splice(joined.indexOf(others[index - 1] ?? '') + 1, 0, key);
  }
  return joined;
}

/** Words, ids and months: what either side added is added, what either side took away is gone. */
function mergeSets(base: readonly unknown[], theirs: readonly unknown[], yours: readonly unknown[]): unknown[] {
  const removed = base.filter((item) => !yours.includes(item));
  const added = yours.filter((item) => !base.includes(item) && !theirs.includes(item));
  return [...theirs.filter((item) => !removed.includes(item)), ...added];
}

/** Answers and sources: found again by what is in them, and compared one by one where neither side took any away. */
function mergeItems(
  base: unknown[],
  theirs: unknown[],
  yours: unknown[],
  path: readonly Step[],
  conflicts: MergeConflict[],
): unknown[] {
  const [a, o, b] = [theirs, base, yours].map((items) => items.map((item) => JSON.stringify(item)));
  const merged: unknown[] = [];
  for (const { ok, conflict } of diff3Merge(a ?? [], o ?? [], b ?? [], { excludeFalseConflicts: true })) {
    if (ok) merged.push(...ok.map((item): unknown => JSON.parse(item)));
    if (!conflict) continue;
    const [one, old, other] = [conflict.a, conflict.o, conflict.b].map((items) =>
      items.map((item): unknown => JSON.parse(item)),
    );
    const mine = other ?? [];
    const his = one ?? [];
    const before = old ?? [];
    const isSameLength = his.length === before.length || mine.length === before.length;
    if (before.length === 0 || !isSameLength || Math.min(his.length, mine.length) < before.length) {
      merged.push(open(new MergeConflict(path, his, mine, 'items'), conflicts));
      continue;
    }
    for (const [index, item] of before.entries()) {
      merged.push(
        mergeValue({ base: item, theirs: his[index], yours: mine[index] }, [...path, merged.length], conflicts),
      );
    }
    merged.push(...his.slice(before.length), ...mine.slice(before.length));
  }
  return merged;
}

function open(conflict: MergeConflict, conflicts: MergeConflict[]): MergeConflict {
  conflicts.push(conflict);
  return conflict;
}

function own(record: Fields, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

type Fields = Record<string, unknown>;

interface Sides {
  base: unknown;
  theirs: unknown;
  yours: unknown;
}
