import { parseDocument } from 'yaml';
import type * as z from 'zod';
import { indexLines, type LineIndex } from './line-index.ts';
import { findYamlFaults, type YamlFault } from './yaml-faults.ts';
import { indexYaml, yamlOptions, type YamlPositions } from './yaml-positions.ts';

/**
 * Reads the YAML of a file once and checks it against its schema. `yamlOffset` is where the YAML starts in the file; `readPlain` may
 * give the value of YAML that has no fault, undefined where it is not sure.
 */
export function readSheet<Schema extends z.ZodType>(file: string, source: string, yaml: string, yamlOffset: number, schema: Schema, readPlain?: ReadPlain): Sheet<z.infer<Schema>> {
  const { value, faults } = readYaml(yaml, readPlain);
  const result = value === undefined ? undefined : schema.safeParse(value, { error: () => '正しい形ではありません。' });
  let lines: LineIndex | undefined;
  let positions: YamlPositions | undefined;
  return {
    file,
    source,
    schema,
    yamlOffset,
    yaml,
    value,
    faults,
    data: result?.success === true && faults.length === 0 ? result.data : undefined,
    issues: result?.error?.issues ?? [],
    lines: () => (lines ??= indexLines(source)),
    positions: () => (positions ??= indexYaml(yaml)),
  };
}

function readYaml(yaml: string, readPlain: ReadPlain | undefined): { value: unknown; faults: YamlFault[] } {
  const excess = findExcess(yaml);
  if (excess) return { value: undefined, faults: [excess] };
  const plain = readPlain?.(yaml);
  if (plain !== undefined) return { value: plain, faults: [] };
  const document = parseDocument(yaml, yamlOptions);
  const faults = findYamlFaults(document, yaml);
  const isReadable = !faults.some((fault) => fault.isFatal);
  return { value: isReadable ? (document.toJS({ maxAliasCount: 0 }) as unknown) ?? {} : undefined, faults };
}

/** What would keep the parser busy for seconds is not given to it. No editor comes near these bounds. */
function findExcess(yaml: string): YamlFault | undefined {
  let depth = 0;
  for (let offset = 0; offset < Math.min(yaml.length, mostCharacters); offset++) {
    const letter = yaml[offset];
    if (letter === '[' || letter === '{') depth++;
    else if ((letter === ']' || letter === '}') && depth > 0) depth--;
    if (depth > mostOpen) return { offset, message: '閉じていない「[」や「{」が多すぎます。数を減らしてください。', isFatal: true };
  }
  return yaml.length > mostCharacters ? { offset: mostCharacters, message: `項目欄が長すぎます（上限は${mostCharacters.toLocaleString('ja')}文字）。内容を分けてください。`, isFatal: true } : undefined;
}

const mostCharacters = 1_000_000;
const mostOpen = 500;

export type ReadPlain = (yaml: string) => unknown;

/** One file of YAML, or the front matter of a text, with all that is needed to say where something stands. */
export interface Sheet<Data = unknown> {
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
