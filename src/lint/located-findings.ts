import type { Finding } from './finding-shape.ts';
import type { ParsedYaml } from './parse-yaml-file.ts';

/**
 * Keeps the findings of a sheet for whoever asks of it again: to say where a field stands, its file has to be read by a
 * parser that takes longer than all rules together.
 */
export function rememberFindings(sheet: ParsedYaml, known: readonly KnownFinding[] = []): void {
  memories.set(sheet, { before: new Map(known), used: new Map(), isNew: false });
}

/** The finding for a place and words in JSON, located once for a sheet whose findings are kept. */
export function recallFinding(sheet: ParsedYaml, keyOf: () => string, locate: () => Finding): Finding {
  const memory = memories.get(sheet);
  if (!memory) return locate();
  const key = keyOf();
  const known = memory.used.get(key) ?? memory.before.get(key);
  if (!known) memory.isNew = true;
  const finding = known ?? locate();
  memory.used.set(key, finding);
  // One asked for twice is two findings.
  return { ...finding };
}

/** What was asked for since this was last asked, and whether any of it was not known before; the rest is forgotten. */
export function takeRemembered(sheet: ParsedYaml): { known: KnownFinding[]; isNew: boolean } {
  const memory = memories.get(sheet);
  if (!memory) return { known: [], isNew: false };
  const { used, isNew } = memory;
  if (used.size > 0 || memory.before.size > 0) memories.set(sheet, { before: used, used: new Map(), isNew: false });
  return { known: [...used], isNew };
}

const memories = new WeakMap<ParsedYaml, Memory>();

export type KnownFinding = readonly [key: string, finding: Finding];

interface Memory {
  before: ReadonlyMap<string, Finding>;
  used: Map<string, Finding>;
  isNew: boolean;
}
