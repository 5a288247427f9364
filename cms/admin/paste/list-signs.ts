/**
 * Lists as people write them who know no Markdown: `・項目`, `●項目`, `①項目`, `（１）項目`, `１．項目`. Who reads them has to
 * be sure: `○月○日`, `・・・`, `１．５倍` and `①と②` are no lists.
 */
export function readListSign(line: string): ListSign | undefined {
  const bullet = /^([ \t\u3000]*)([・･•●○◯〇◎■□◆◇▪▫◦‣▶►▷➢➤☐☑✓✔✅])([ \t\u3000]*)/u.exec(line);
  if (bullet) {
    const [whole, indent = '', sign = '', space = ''] = bullet;
    const rest = line.slice(whole.length);
    if (rest === '' || bulletsAndDots.test(rest)) return undefined;
    const isReference = blanks.test(sign) && space === '' && unitBehindBlank.test(rest);
    return {
      kind: plainBullets.get(sign) ?? sign,
      indent: widthOf(indent),
      length: whole.length,
      ...(boxes.test(sign) ? { checked: sign !== '☐' } : {}),
      ...(isReference ? { isReference } : {}),
    };
  }
  const written = /^([ \t]*)[-*+][ \t]+(?=\S)/.exec(line);
  if (written) return { kind: '-', indent: widthOf(written[1] ?? ''), length: written[0].length, isMarkdown: true };
  const counted =
    /^([ \t\u3000]*)(?:([0-9０-９]{1,3})([．.、])(?![0-9０-９])|[（(]([0-9０-９]{1,3})[）)]|([0-9０-９]{1,3})[）)]|(\p{No}))[ \t\u3000]*/u.exec(
      line,
    );
  if (!counted || counted[0].length === line.length) return undefined;
  const [whole, indent = '', stopped, , inBrackets, bracketed, drawn] = counted;
  const sign = drawn === undefined ? undefined : readDrawn(drawn);
  if (drawn !== undefined && !sign) return undefined;
  const kind: NumberKind =
    sign?.kind ?? (stopped !== undefined ? 'stop' : inBrackets !== undefined ? 'brackets' : 'bracket');
  const number = sign?.number ?? Number((stopped ?? inBrackets ?? bracketed ?? '').normalize('NFKC'));
  const isReference = particle.test(line.slice(whole.length));
  const isMarkdown = /^[ \t]*\d{1,3}[.)][ \t]/.test(whole);
  return {
    kind,
    number,
    indent: widthOf(indent),
    length: whole.length,
    ...(isReference ? { isReference } : {}),
    ...(isMarkdown ? { isMarkdown } : {}),
  };
}

/** Levels of items that follow one another: signs that stand further in, or are of a lower kind, lie below. */
export function createLevels(): (sign: ListSign) => number {
  let open: { kind: string; indent: number }[] = [];
  return ({ kind, indent }) => {
    const known = open.findIndex((level) => level.kind === kind && level.indent >= indent);
    const isBelow = (level: { kind: string; indent: number }) =>
      indent > level.indent || (level.kind !== kind && !isAbove(kind, level.kind));
    if (known >= 0) open = open.slice(0, known);
    else while (open.length > 0 && !isBelow(open.at(-1) as { kind: string; indent: number })) open.pop();
    if (open.length < maxLevels) open.push({ kind, indent });
    return open.length - 1;
  };
}

/** Signs with nothing but their own kind behind them are a row of dots, or stand for a word that is left out. */
const bulletsAndDots = /^[・･•●○◯〇◎■□◆◇×…‥]/u;
const boxes = /[☐☑✓✔✅]/u;
const blanks = /[●○◯〇□]/u;
const unitBehindBlank = /^[月日年時分市区町村県郡都府道課係室部局人名円回個件号条項歳％%\p{sc=Hiragana}]/u;
const plainBullets: ReadonlyMap<string, string> = new Map([
  ['･', '・'],
  ['•', '・'],
  ['◯', '○'],
  ['〇', '○'],
  ['☑', '☐'],
  ['✓', '☐'],
  ['✔', '☐'],
  ['✅', '☐'],
]);
/** `①と②` speaks of items; it is none. */
const particle = /^(?:と|や|か|から|まで|又は|または|及び|および|並びに|[、〜～~-]|の|は|が|を|に|で|も)/;
const maxLevels = 6;

/** From above to below, as offices number; the order among bullets is that of their weight. */
const ranks = [
  ['stop', 'bracket', 'brackets', 'drawn-brackets', 'circle'],
  ['■', '◆', '●', '◎', '□', '◇', '○', '・', '-'],
];

function isAbove(kind: string, other: string): boolean {
  const family = ranks.find((kinds) => kinds.includes(kind) && kinds.includes(other));
  return family !== undefined && family.indexOf(kind) < family.indexOf(other);
}

/** ①, ⓵, ➀, ⑴, ⒈ and ❶, each kind in its rows of Unicode. */
function readDrawn(sign: string): { kind: NumberKind; number: number } | undefined {
  const code = sign.codePointAt(0) ?? 0;
  for (const [kind, first, last, number] of drawnRows)
    if (code >= first && code <= last) return { kind, number: number + code - first };
  return undefined;
}

const drawnRows: readonly [kind: NumberKind, first: number, last: number, number: number][] = [
  ['circle', 0x24_60, 0x24_73, 1],
  ['circle', 0x32_51, 0x32_5f, 21],
  ['circle', 0x32_b1, 0x32_bf, 36],
  ['circle', 0x27_76, 0x27_7f, 1],
  ['circle', 0x27_80, 0x27_89, 1],
  ['circle', 0x27_8a, 0x27_93, 1],
  ['circle', 0x24_f5, 0x24_fe, 1],
  ['circle', 0x24_eb, 0x24_f4, 11],
  ['drawn-brackets', 0x24_74, 0x24_87, 1],
  ['stop', 0x24_88, 0x24_9b, 1],
];

function widthOf(indent: string): number {
  return [...indent].reduce((width, sign) => width + (sign === '\u3000' ? 2 : sign === '\t' ? 4 : 1), 0);
}

type NumberKind = 'stop' | 'bracket' | 'brackets' | 'drawn-brackets' | 'circle';

export interface ListSign {
  /** The bullet itself, or how the number is drawn. */
  kind: string;
  number?: number;
  /** Of a box to tick. */
  checked?: boolean;
  /** Columns before the sign. */
  indent: number;
  /** Characters up to the item's words. */
  length: number;
  /** What follows reads as if the number were spoken of, or as if a circle stood for a number; alone it is no item. */
  isReference?: boolean;
  /** Written as Markdown has it already. */
  isMarkdown?: boolean;
}
