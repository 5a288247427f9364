import { isAlias, isScalar, visit } from 'yaml';
import type { Document, ErrorCode, YAMLError } from 'yaml';
import { contentLimits } from './limits.ts';
import { indexLines, positionAt } from './line-index.ts';

/**
 * What is wrong with a piece of YAML as such. Anchors, aliases and tags are refused: editors have no use for them, an
 * alias of aliases can grow to gigabytes, and a tag can make another type of a value.
 */
export function findYamlFaults(document: Document, text: string): YamlFault[] {
  const errors = withoutEchoes(document.errors, text).map((error) => ({
    offset: error.pos[0],
    message: explain(error, text),
    isFatal: true,
  }));
  const directives = [...text.matchAll(/^%/gm)]
    .slice(0, contentLimits.yamlFaults)
    .map((match) => ({ offset: match.index, message: directive, isFatal: true }));
  return [...errors, ...findRepeatedKeys(document), ...directives, ...findForbidden(document)];
}

/** A name that stands twice in one group of fields. The values can be read; the last one counts. */
function findRepeatedKeys(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_key, map) => {
      const names = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (names.has(name))
          faults.push({ offset: key.range?.[0] ?? 0, message: sentences.DUPLICATE_KEY, isFatal: false });
        names.add(name);
      }
      return faults.length > contentLimits.yamlFaults ? visit.BREAK : undefined;
    },
  });
  return faults.slice(0, contentLimits.yamlFaults);
}

export const tooDeep: YamlFault = {
  offset: 0,
  message: '入れ子が深すぎて読み取れません。「[」や「{」、字下げの段を減らしてください。',
  isFatal: true,
};

function findForbidden(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) faults.push({ offset, message: sign('*'), isFatal: true });
      else if (node.anchor !== undefined) faults.push({ offset, message: sign('&'), isFatal: true });
      if (!isAlias(node) && node.tag?.startsWith('!') === true)
        faults.push({ offset, message: sign('!'), isFatal: true });
      else if (!isAlias(node) && node.tag !== undefined) faults.push({ offset, message: sign('!!'), isFatal: true });
      return faults.length > contentLimits.yamlFaults ? visit.BREAK : undefined;
    },
  });
  return faults;
}

/**
 * A slip makes the parser stumble on the lines that follow too: of errors on one line the first counts, and on the next
 * line only one that can be told from the line itself.
 */
function withoutEchoes(errors: readonly YAMLError[], text: string): YAMLError[] {
  const lines = indexLines(text);
  let last = -1;
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, contentLimits.yamlFaults)
    .filter((error) => {
      const { line } = positionAt(lines, error.pos[0]);
      const isEcho = line === last || (line === last + 1 && line > 1 && findSlip(error, text) === undefined);
      last = line;
      return !isEcho;
    });
}

function explain(error: YAMLError, text: string): string {
  return findSlip(error, text) ?? sentences[error.code];
}

/** The commonest slips can be read off the line, of which the parser says only where it gave up. */
function findSlip(error: YAMLError, text: string): string | undefined {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] ?? '';
  return slips.find(({ pattern }) => pattern.test(line))?.message;
}

const slips = [
  {
    pattern: /^[\s-]*[A-Za-z]+\s?：/,
    message: '項目名の後の「：」が全角です。半角の「: 」（コロンと空白）に直してください。',
  },
  { pattern: /^ *\u3000/, message: '行の始めに全角の空白があります。半角の空白に直してください。' },
  { pattern: /^ *\t/, message: '行の始めにタブがあります。半角の空白に直してください。' },
  {
    pattern: /^[\s-]*[A-Za-z]+: [^\s"'|>[{#].*: /,
    message: '値の途中に「: 」（コロンと空白）があります。値全体を「"」で囲んでください。',
  },
];

const directive = '行頭の「%」は使えません。文字として書くなら「"」で囲んでください。';
const sign = (mark: string) =>
  `値の始めの「${mark}」は特別な意味を持つため使えません。文字として書くなら、値全体を「"」で囲んでください。`;
const quoteIt = '「: 」や記号で始まる文があれば、値全体を「"」で囲んでください。';

const sentences: Record<ErrorCode, string> = {
  ALIAS_PROPS: sign('*'),
  BAD_ALIAS: sign('*'),
  BAD_COLLECTION_TYPE: sign('!'),
  BAD_DIRECTIVE: directive,
  BAD_DQ_ESCAPE:
    '「"」の中で「\\」の使い方が正しくありません。「\\」を「\\\\」に直すか、囲みを「\'」に変えてください。',
  BAD_INDENT: '行の始めの空白の数が前後の行と合いません。同じ段の項目は空白の数をそろえてください。',
  BAD_PROP_ORDER: sign('&'),
  BAD_SCALAR_START: `値の始めに使えない記号があります。${quoteIt}`,
  BLOCK_AS_IMPLICIT_KEY: `一行に「: 」が二つあるか、行の始めの空白がそろっていません。${quoteIt}`,
  BLOCK_IN_FLOW: '「[ ]」や「{ }」の中に「-」で始まる一覧は書けません。どちらか一方の書き方にそろえてください。',
  DUPLICATE_KEY: '同じ項目が二度書かれています。どちらか一方を消してください。',
  IMPOSSIBLE: '読み取れない書き方があります。この行を書き直してください。',
  KEY_OVER_1024_CHARS: `項目名が長すぎます。${quoteIt}`,
  MISSING_CHAR: '閉じる記号（「"」「\'」「]」「}」のどれか）か「:」が足りません。書き足してください。',
  MULTILINE_IMPLICIT_KEY: '項目名の後に「: 」がありません。半角のコロンと空白を入れてください。',
  MULTIPLE_ANCHORS: sign('&'),
  MULTIPLE_DOCS: '項目の途中に「---」だけの行があります。一つのファイルには一件だけ書いてください。',
  MULTIPLE_TAGS: sign('!'),
  NON_STRING_KEY: '項目名に使えない書き方があります。項目名は英字で書いてください。',
  RESOURCE_EXHAUSTION: '入れ子が深すぎて読み取れません。「[」や「{」の数を減らしてください。',
  TAB_AS_INDENT: '行の始めか区切りにタブがあります。半角の空白に直してください。',
  TAG_RESOLVE_FAILED: sign('!'),
  UNEXPECTED_TOKEN: `この場所に書けない文字があります。${quoteIt}`,
};

export interface YamlFault {
  /** In the YAML text. */
  offset: number;
  message: string;
  /** The values cannot be trusted. */
  isFatal: boolean;
}
