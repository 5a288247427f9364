import { contentLimits } from './limits.ts';

/**
 * Reading fields of values that may have any shape: rules speak about the fields that are there even where others are
 * wrong.
 */

export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>((here, key) => (isRecord(here) ? here[key] : undefined), value);
  return typeof found === 'string' ? found : undefined;
}

/** Items of a list, as many of them as are looked up; empty where there is none. */
export function listAt(value: unknown, key: string, max: number = contentLimits.listItems): readonly unknown[] {
  const found = isRecord(value) ? value[key] : undefined;
  return Array.isArray(found) ? (found.slice(0, max) as unknown[]) : [];
}

/** The strings of a list with their places in it. */
export function textsAt(value: unknown, key: string): { text: string; index: number }[] {
  return listAt(value, key).flatMap((item, index) => (typeof item === 'string' ? [{ text: item, index }] : []));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
