import { parseDocument } from 'yaml';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { applyDifference } from './apply-difference.ts';
import { editYaml, writeYaml } from './edit-yaml.ts';
import { isRecord, isSameValue } from './same-value.ts';
import { countTrailing, dropTrailing } from '../../../src/text/trailing.ts';

/**
 * The file with the fields and the text that a form holds. What was not changed stays byte for byte; fields that the
 * form left empty and the file never had are not written. `body` is undefined for files that are YAML throughout.
 */
export function applyChanges(original: string, fields: Record<string, unknown>, body: string | undefined): string {
  if (body === undefined) return editYaml(original, fillIn(fields, readFields(original)));
  const parts = splitFrontMatter(original);
  if (!parts) return writeFile(fields, body);
  const front = original.slice(0, parts.yamlOffset) + editYaml(parts.yaml, fillIn(fields, readFields(parts.yaml)));
  const fence = original.slice(parts.yamlOffset + parts.yaml.length, parts.bodyOffset);
  return front + (/[\r\n]$/.test(fence) || body === '' ? fence : `${fence}\n`) + keepBlankLinesAround(parts.body, body);
}

/** A file that does not exist yet. */
export function writeFile(fields: Record<string, unknown>, body: string | undefined): string {
  const yaml = writeYaml(fillIn(fields, {}));
  if (body === undefined) return yaml;
  const text = trimBlankLines(toUnix(body));
  return `---\n${yaml}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** What a form shows of a file. Throws where the fields cannot be read, so that nobody saves over them. */
export function readFile(
  source: string,
  isYaml: boolean,
): { fields: Record<string, unknown>; body: string | undefined } {
  const parts = isYaml ? { yaml: source, body: undefined } : splitFrontMatter(source);
  if (!parts) throw new UnreadableFile();
  return {
    fields: readFields(parts.yaml),
    body: parts.body === undefined ? undefined : trimBlankLines(toUnix(parts.body)),
  };
}

export class UnreadableFile extends Error {
  constructor() {
    super('この項目のファイルは書き方が崩れていて、編集画面では開けません。管理者に知らせてください。');
  }
}

/**
 * The second way to read fields, beside `readYaml` of the check: a form is written back, so a file with any fault is
 * refused, and the tree that `edit-yaml.ts` changes comes from the same parser with the same settings. `js-yaml`, with
 * which the check reads what is plain, would only add to what the desk has to load.
 */
function readFields(yaml: string): Record<string, unknown> {
  const document = parseDocument(yaml);
  const value: unknown = document.toJS() ?? {};
  if (document.errors.length > 0 || !isRecord(value)) throw new UnreadableFile();
  return value;
}

/**
 * The fields in the order of the form, without empty ones that the file never had; each text ends with as many line
 * ends as before.
 */
function fillIn(next: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const key of Object.keys(next).filter((name) => !name.startsWith('__'))) {
    const value = fillValue(next[key], before[key]);
    const mayBeEmpty = Object.hasOwn(before, key) && (Array.isArray(value) || isSameValue(value, before[key]));
    if (!isEmpty(value) || mayBeEmpty) filled[key] = value;
  }
  return filled;
}

function fillValue(next: unknown, before: unknown): unknown {
  if (typeof next === 'string') return keepFinalLineEnds(toUnix(next), before);
  if (Array.isArray(next))
    return next
      .filter((item) => item !== null && item !== undefined && item !== '')
      .map((item, index) => fillValue(item, Array.isArray(before) ? before[index] : undefined));
  return isRecord(next) ? fillIn(next, isRecord(before) ? before : {}) : next;
}

function keepFinalLineEnds(next: string, before: unknown): string {
  if (typeof before !== 'string' || !before.includes('\n') || next.trim() === '') return next;
  return dropTrailing(next, '\n') + '\n'.repeat(countTrailing(before, '\n'));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

function keepBlankLinesAround(before: string, body: string): string {
  const unix = toUnix(before);
  if (trimBlankLines(unix) === toUnix(body)) return before;
  const text = trimBlankLines(toUnix(body));
  if (text === '') return '';
  if (unix.trim() === '') return keepLineEnds(before, `\n${text}\n`);
  const lead = /^(?:[ \t]*\n)*/.exec(unix)?.[0] ?? '';
  const trail = '\n'.repeat(countTrailing(unix, '\n'));
  return keepLineEnds(before, lead + text + trail);
}

/** An edited text with the line ends of its original: the editor in the browser gives `\n` only. */
function keepLineEnds(original: string, edited: string): string {
  if (!original.includes('\r')) return edited;
  const kept = applyDifference(original, toUnix(original), edited);
  return toUnix(kept) === edited ? kept : edited;
}

function toUnix(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The text without the blank lines before and after it. */
function trimBlankLines(text: string): string {
  return dropTrailing(text.replace(/^(?:[ \t]*\n)+/, ''), '\n');
}
