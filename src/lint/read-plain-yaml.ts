import { CORE_SCHEMA, load } from 'js-yaml';

/**
 * The value of a piece of YAML that is plainly in order, ten times as fast as the parser that can say where something
 * stands. Undefined for whatever the two could read differently, and for whatever is wrong: that parser then reads it
 * again.
 */
export function readPlainYaml(yaml: string): unknown {
  if (!yaml.endsWith('\n') || doubtful.some((pattern) => pattern.test(yaml))) return undefined;
  try {
    return load(yaml, { schema: CORE_SCHEMA }) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a value can begin: at the start of a line, behind dashes, behind a name, whose own first dashes count as such.
 */
const start = String.raw`^[ -]*(?:(?:[^\s:-][^\s:]*)?: +)?`;

const doubtful = [
  // A text that begins further in than it may go on.
  /^(?: *(?:#.*)?\n)* +[^\s#]/,
  /[\0-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF]/,
  // Anchors (an alias needs one), tags, directives, several documents, explicit names.
  /(?:^|[\s,[\]{}:?-])[&!]|^(?:%|---|\.\.\.)|^[ -]*\?(?:\s|$)/m,
  // Numbers in spellings that only one of the two knows: `1_000`, `0b1`, `0x1`.
  /(?:^|[\s,:[{-])[-+]?(?:0[bx]|[.0-9][.0-9]*_)/im,
  // Names that are numbers, nothing, yes or no.
  /^[ -]*(?:(?:[+.]?[0-9][^\s:]*|null|true|false|\+?\.(?:inf|nan)|~) *)?:(?:\s|$)/im,
  // A list in a list on one line, an item without a value.
  /^ *- *(?:- |-?$)/m,
  // Brackets and braces, but for a plain list on one line, a task's box and a link.
  new RegExp(
    String.raw`${start}(?:\{|\[(?![^[\]{}:"'#&*!,]*(?:,[ ]*[^[\]{}:"'#&*!,\s][^[\]{}:"'#&*!,]*)*\]$|[ x]\] |[^[\]]*\]\())`,
    'm',
  ),
  // Quoted values that do not end on their line.
  new RegExp(String.raw`${start}(?:"(?!(?:[^"\\\n]|\\.)*" *(?: #.*)?$)|'(?!(?:[^'\n]|'')*' *(?: #.*)?$))`, 'm'),
];
