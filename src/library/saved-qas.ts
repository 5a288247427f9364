import type { ShelvedQa } from './stored.ts';

/**
 * Q&As as they were saved while the development server runs. Astro's store takes more than half a second to bring a change, which
 * is long for who writes; what is here stands before it. It is kept under a global name, since Vite evaluates modules anew.
 */
const saved = ((globalThis as { kenjinkaiSaved?: Saved }).kenjinkaiSaved ??= { qas: new Map(), listeners: new Set() });

export function findSaved(id: string): ShelvedQa | undefined {
  return saved.qas.get(id);
}

/** Puts a saved Q&A before the store's and tells who listens. */
export function bringSaved(qa: ShelvedQa): void {
  saved.qas.set(qa.id, qa);
  for (const listener of saved.listeners) listener();
}

/** From here on the store itself has what was saved. */
export function forgetSaved(id?: string): void {
  if (id === undefined) saved.qas.clear();
  else saved.qas.delete(id);
}

export function whenSaved(listener: () => void): void {
  saved.listeners.add(listener);
}

interface Saved {
  readonly qas: Map<string, ShelvedQa>;
  readonly listeners: Set<() => void>;
}
