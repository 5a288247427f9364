import { findHiddenCharacters, nameCharacter } from '../../schema/hidden-characters.ts';
import { findingAt, type Finding } from '../finding.ts';
import type { MarkdownPart } from '../markdown-parts.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { ParsedYaml } from '../parse-yaml-file.ts';
import type { DocumentRule } from '../rule.ts';
import type { YamlPath } from '../yaml-positions.ts';

/**
 * No hidden character stands anywhere in the file or in its name: names of fields, comments, the texts of pages. Values
 * that have a type are the business of the schema, texts that are compiled that of the safe subset.
 */
export const characters: DocumentRule = ({ document, parts }) => [
  ...findInName(document.file).map((message) => findingAt(document, { offset: 0 }, { rule, message })),
  ...findInSheet(document, (offset) => isInCompiledText(document, parts, offset)),
];

/** Hidden characters of a sheet that nothing else reports. */
export function findInSheet(sheet: ParsedYaml, isReported: (offset: number) => boolean = () => false): Finding[] {
  const known = new Set(sheet.issues.filter(({ path }) => path.length > 0).map(({ path }) => pathKey(path)));
  return findHiddenCharacters(sheet.source, maxReported)
    .filter(({ index }) => index > 0 || !sheet.source.startsWith('\uFEFF'))
    .filter(({ index }) => !isReported(index) && !known.has(pathKey(pathAt(sheet, index))))
    .map(({ index, character }) => findingAt(sheet, { offset: index }, { rule, message: explain(character) }));
}

/** The same of pictures, whose names are addresses such as `/images/plan.png`. */
export function findInMediaNames(media: ReadonlySet<string>): Finding[] {
  return [...media].flatMap((address) =>
    findInName(address).map((message): Finding => ({
      file: `public${address}`,
      line: 1,
      column: 1,
      rule,
      severity: 'error',
      message,
    })),
  );
}

const rule = 'characters';
const maxReported = 100;

function findInName(file: string): string[] {
  const [first] = findHiddenCharacters(file, 1);
  if (!first && !/[\t\r\n]/.test(file)) return [];
  const name = first ? `（${nameCharacter(first.character)}）` : '';
  return [`ファイルの名前に目に見えない文字${name}が入っています。名前を付け直してください。`];
}

function explain(character: string): string {
  return `目に見えない文字、または使えない文字（${nameCharacter(character)}）が入っています。その場所を消して、打ち直してください。`;
}

/** A byte order mark is no part of the text; the paths of texts are two or three steps long. */
function isInCompiledText(document: AnyDocument, parts: readonly MarkdownPart[], offset: number): boolean {
  if (document.body !== undefined && offset >= document.bodyOffset) return document.collection !== 'pages';
  const at = pathKey(pathAt(document, offset));
  return parts.some(({ placeOf, compiled }) => {
    const place = placeOf(0);
    return compiled !== undefined && 'path' in place && pathKey(place.path) === at;
  });
}

function pathAt(sheet: ParsedYaml, offset: number): YamlPath {
  const inYaml = offset - sheet.yamlOffset;
  return sheet.value !== undefined && inYaml >= 0 && inYaml < sheet.yaml.length
    ? sheet.positions().pathAt(inYaml)
    : ['?'];
}

function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}
