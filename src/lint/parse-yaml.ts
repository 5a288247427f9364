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

/** The tree of a piece of YAML within `contentLimits`; undefined where it is nested deeper than the parser can recurse. */
export function parseYaml(yaml: string): Document.Parsed | undefined {
  // No stack traces: a broken text makes thousands of errors, and recording their stacks takes most of the time. Only V8
  // has `Error.stackTraceLimit`.
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
