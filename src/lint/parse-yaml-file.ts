import type * as z from 'zod';
import { findYamlExcess } from './limits.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { parseYaml } from './parse-yaml.ts';
import { findYamlFaults, tooDeep, type YamlFault } from './yaml-faults.ts';
import { indexYaml, type YamlPositions } from './yaml-positions.ts';

/**
 * Reads the YAML of a file once and checks it against its schema. `yamlOffset` is where the YAML starts in the file;
 * `readPlain` may give the value of YAML that has no fault, undefined where it is not sure. What is known to be right
 * is not read again.
 */
export function parseYamlFile<Schema extends z.ZodType>(
  file: string,
  source: string,
  yaml: string,
  yamlOffset: number,
  schema: Schema,
  readPlain?: ReadPlain,
  known?: z.infer<Schema>,
): ParsedYaml<z.infer<Schema>> {
  const { value, faults } = known === undefined ? readYaml(yaml, readPlain) : { value: known as unknown, faults: [] };
  const result =
    value === undefined || known !== undefined
      ? undefined
      : schema.safeParse(value, { error: () => '正しい形ではありません。' });
  let lines: LineIndex | undefined;
  return {
    file,
    source,
    schema,
    yamlOffset,
    yaml,
    value,
    faults,
    data: known ?? (result?.success === true && faults.length === 0 ? result.data : undefined),
    issues: result?.error?.issues ?? [],
    lines: () => (lines ??= indexLines(source)),
    positions: () => indexYaml(yaml),
  };
}

/**
 * The value of a piece of YAML, undefined where it cannot be read, and what is wrong with how it is written. Whatever
 * has more than `maxTokens` pieces is not read.
 */
export function readYaml(
  yaml: string,
  readPlain?: ReadPlain,
  maxTokens?: number,
): { value: unknown; faults: YamlFault[] } {
  const excess = findYamlExcess(yaml, maxTokens);
  if (excess) return { value: undefined, faults: [{ ...excess, isFatal: true }] };
  const plain = readPlain?.(yaml);
  if (plain !== undefined) return { value: plain, faults: [] };
  const document = parseYaml(yaml);
  if (!document) return { value: undefined, faults: [tooDeep] };
  const faults = findYamlFaults(document, yaml);
  const isReadable = !faults.some((fault) => fault.isFatal);
  return { value: isReadable ? ((document.toJS({ maxAliasCount: 0 }) as unknown) ?? {}) : undefined, faults };
}

export type ReadPlain = (yaml: string) => unknown;

/** One file of YAML, or the front matter of a text, with all that is needed to say where something stands. */
export interface ParsedYaml<Data = unknown> {
  /** POSIX path below the root of the repository. */
  readonly file: string;
  readonly source: string;
  readonly schema: z.ZodType;
  readonly yaml: string;
  readonly yamlOffset: number;
  /** As read, undefined where it could not be. */
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** Typed, when nothing is wrong with it. */
  readonly data: Data | undefined;
  readonly issues: readonly z.core.$ZodIssue[];
  lines(): LineIndex;
  positions(): YamlPositions;
}
