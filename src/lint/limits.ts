import { Lexer } from 'yaml';

/**
 * The most that is looked at. Parsers and rules take time for each piece of a file, and some of them more than one file
 * is worth; the largest file of the content is a quarter of each bound.
 */
export const contentLimits = {
  /** UTF-16 units of one file. */
  characters: 100_000,
  /** UTF-16 units of one line: a text of the longest allowed size without a line end. */
  lineLength: 40_000,
  /** Pieces into which YAML is cut: names, values, signs, spaces. */
  yamlTokens: 20_000,
  /** `[` and `{` that are open at one place. */
  openBrackets: 200,
  /** Levels of a list in a list on one line, as in `- - - a`. */
  listsInLine: 10,
  /** Mistakes of YAML in one file, after which no more are explained. */
  yamlFaults: 50,
  /** Findings of one kind in one file. One more than an exception can cover (see `privacy-exceptions.ts`). */
  findingsOfKind: 1_001,
  /** Findings of one file that are told. */
  findingsTold: 100,
  /** Items of a list that are looked up; the schemas allow fewer, but of synonyms. */
  listItems: 50,
  synonymGroups: 2_000,
  /** Pairs of words of one vocabulary file that are compared with those of the others. */
  wordPairs: 50_000,
} as const;

/** Why a file is not looked at further, with the place from which on it is too much. */
export function findExcess(source: string): Excess | undefined {
  if (source.length > contentLimits.characters) return { offset: contentLimits.characters, message: tooLong };
  let start = 0;
  for (let end = source.indexOf('\n'); start < source.length; start = end + 1, end = source.indexOf('\n', start)) {
    if (end === -1) end = source.length;
    if (end - start > contentLimits.lineLength) return { offset: start, message: longLine };
  }
  return undefined;
}

/** The same for YAML, whose parsers work long for what is cut into many pieces or stands deep inside one another. */
export function findYamlExcess(yaml: string, maxTokens: number = contentLimits.yamlTokens): Excess | undefined {
  return findOpenBrackets(yaml) ?? findListsInLine(yaml) ?? findTokens(yaml, maxTokens);
}

function findOpenBrackets(yaml: string): Excess | undefined {
  let depth = 0;
  for (let offset = 0; offset < yaml.length; offset += 1) {
    const letter = yaml[offset];
    if (letter === '[' || letter === '{') depth += 1;
    else if ((letter === ']' || letter === '}') && depth > 0) depth -= 1;
    if (depth > contentLimits.openBrackets) return { offset, message: openBrackets };
  }
  return undefined;
}

function findListsInLine(yaml: string): Excess | undefined {
  const found = new RegExp(String.raw`^[ \t]*(?:[-?][ \t]{1,9}){${contentLimits.listsInLine}}[-?]`, 'm').exec(yaml);
  return found ? { offset: found.index, message: deepList } : undefined;
}

/** A short piece cannot hold too many; cutting it up would cost more than reading it. */
function findTokens(yaml: string, most: number): Excess | undefined {
  if (yaml.length <= most) return undefined;
  let count = 0;
  let offset = 0;
  for (const token of new Lexer().lex(yaml)) {
    count += 1;
    if (count > most) return { offset: Math.min(offset, yaml.length), message: manyTokens };
    offset += token.length;
  }
  return undefined;
}

const inJapanese = (count: number): string => count.toLocaleString('ja');
const tooLong = `ファイルが長すぎます（上限は${inJapanese(contentLimits.characters)}文字）。内容を分けて、別の項目にしてください。`;
const longLine = `この行が長すぎます（上限は${inJapanese(contentLimits.lineLength)}文字）。途中で改行してください。`;
const openBrackets = '閉じていない「[」や「{」が多すぎます。数を減らしてください。';
const deepList = `一行に「- 」や「? 」が続きすぎています（上限は${contentLimits.listsInLine}個）。入れ子を浅くしてください。`;
const manyTokens = '項目欄の項目や記号が多すぎます。数を減らすか、内容を別の項目に分けてください。';

export interface Excess {
  /** UTF-16 units from the start of the text that was looked at. */
  offset: number;
  /** Japanese sentences: what is too much and what to do. */
  message: string;
}
