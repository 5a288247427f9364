import { describeField } from './describe-field.ts';
import { hasHiddenCharacter, replaceHiddenCharacters } from '../schema/hidden-characters.ts';
import type { Finding, Severity } from './finding-shape.ts';
import { positionAt } from './line-index.ts';
import { recallFinding } from './located-findings.ts';
import type { ParsedYaml } from './parse-yaml-file.ts';
import type { YamlPath } from './yaml-positions.ts';

/**
 * A finding in a file. Where it stands is told by the field, by an offset in a field's string, or by an offset in the
 * file.
 */
export function findingAt(sheet: ParsedYaml, place: Place, words: FindingWords): Finding {
  return recallFinding(
    sheet,
    () => JSON.stringify([place, words]),
    () => locate(sheet, place, words),
  );
}

function locate(sheet: ParsedYaml, place: Place, { rule, severity = 'error', message }: FindingWords): Finding {
  const offset = offsetOf(sheet, place);
  const path = 'path' in place ? place.path : pathAt(sheet, offset);
  const field = describeField(sheet.schema, path);
  const position = positionAt(sheet.lines(), offset);
  const words = { ...(field === '' ? {} : { field: showHidden(field) }), rule, severity, message: showHidden(message) };
  return { file: sheet.file, ...position, ...words };
}

/**
 * A sentence quotes what people wrote; a character that turns the order of letters would make the sentence itself
 * misleading.
 */
function showHidden(text: string): string {
  const short = clip(text);
  return hasHiddenCharacter(short) ? replaceHiddenCharacters(short, (name) => `〔${name}〕`) : short;
}

/** What is quoted may be as long as the file; the sentence that says what to do stands behind it. */
function clip(text: string): string {
  if (text.length <= maxMessageLength) return text;
  const half = maxMessageLength / 2;
  // What is cut in two is no character: `toWellFormed`, which Chrome has since 111.
  return `${text.slice(0, half)}…${text.slice(-half)}`.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** UTF-16 units. */
const maxMessageLength = 600;

/** By file, then line and column; the order of rules otherwise. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

function offsetOf(sheet: ParsedYaml, place: Place): number {
  if ('offset' in place) return place.offset;
  const positions = sheet.positions();
  if (place.inside !== undefined) return sheet.yamlOffset + positions.offsetInside(place.path, place.inside);
  return sheet.yamlOffset + (place.isKey === true ? positions.keyOffsetOf(place.path) : positions.offsetOf(place.path));
}

/** Where the YAML could not be read, nothing can be said of its fields. */
function pathAt(sheet: ParsedYaml, offset: number): YamlPath {
  const inYaml = offset - sheet.yamlOffset;
  const isField = sheet.value !== undefined && inYaml >= 0 && inYaml < sheet.yaml.length;
  return isField ? sheet.positions().pathAt(inYaml) : [];
}

export type { Finding, Severity };

/** `inside` counts UTF-16 units in the value of a string field; `isKey` means the field's name. */
export type Place = { path: YamlPath; inside?: number; isKey?: boolean } | { offset: number };

interface FindingWords {
  rule: string;
  severity?: Severity;
  message: string;
}
