import { parseDocument, type Document } from 'yaml';

/** The options with which every piece of YAML is read: version 1.2, plain data, no merge keys. */
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  prettyErrors: false,
  stringKeys: true,
  // The parser compares each name with each other one; `yaml-faults.ts` finds repeated names in one pass.
  uniqueKeys: false,
} as const;

/**
 * The tree of a piece of YAML within `contentLimits`; undefined where it is nested deeper than the parser's own
 * recursion goes. A broken text makes thousands of errors of which nobody reads the stack, and recording it takes most
 * of the time.
 */
export function parseYaml(yaml: string): Document.Parsed | undefined {
  // V8 has it, other engines do not.
  const traced = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = traced;
  traced.stackTraceLimit = 0;
  try {
    return parseDocument(yaml, options);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    if (stackTraceLimit === undefined) delete traced.stackTraceLimit;
    else traced.stackTraceLimit = stackTraceLimit;
  }
}
