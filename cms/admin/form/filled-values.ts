import { isRecord } from '../backend/same-value.ts';

/** Values of a form as they are saved: without empty ones, and without those for which `isLeftOut` returns true. */
export function filledValues(value: unknown, isLeftOut: (value: unknown) => boolean = () => false): unknown {
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, item]) => [key, filledValues(item, isLeftOut)] as const);
    return Object.fromEntries(pairs.filter(([, item]) => !isHollow(item)));
  }
  if (Array.isArray(value)) return value.map((item) => filledValues(item, isLeftOut)).filter((item) => !isHollow(item));
  return isLeftOut(value) ? undefined : value;
}

/** Whether nothing at all was filled in. */
export function isHollow(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isHollow);
  if (isRecord(value)) return Object.values(value).every(isHollow);
  return value === '' || value === null || value === undefined;
}
