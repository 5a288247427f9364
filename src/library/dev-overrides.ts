import type { StoredQaWithRange } from './stored.ts';

/**
 * Q&As as they were saved while the development server runs. Astro's store takes more than half a second to bring a
 * change, which is long for who writes; what is here stands before it. It is kept under a global name, since Vite
 * evaluates modules anew.
 */
const saved = ((globalThis as { kenjinkaiSaved?: Saved }).kenjinkaiSaved ??= { qas: new Map(), listeners: new Set() });

export function findOverride(id: string): StoredQaWithRange | undefined {
  return saved.qas.get(id);
}

/** Puts a saved Q&A before the store's and tells who listens. */
export function setOverride(qa: StoredQaWithRange): void {
  saved.qas.set(qa.id, qa);
  for (const listener of saved.listeners) listener();
}

/** From here on the store itself has what was saved. */
export function clearOverrides(id?: string): void {
  if (id === undefined) saved.qas.clear();
  else saved.qas.delete(id);
}

export function onOverride(listener: () => void): void {
  saved.listeners.add(listener);
}

interface Saved {
  readonly qas: Map<string, StoredQaWithRange>;
  readonly listeners: Set<() => void>;
}
