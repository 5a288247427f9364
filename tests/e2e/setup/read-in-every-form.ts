import { foldText } from '../../../src/text/fold-text.ts';
import { toHiragana } from '../../../src/text/kana.ts';

/** The bytes of a file as all the texts that they may stand for, folded as the search folds them. */
export function readInEveryForm(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const bare = text.replaceAll('\0', '');
  const forms = [
    text,
    bare === text ? '' : bare,
    replaceIf(text, '%', /(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')),
    replaceIf(text, '\\u', /\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => fromCode(Number.parseInt(code, 16))),
    replaceIf(text, '\\x', /\\x([0-9a-f]{2})/gi, (_, code: string) => fromCode(Number.parseInt(code, 16))),
    replaceIf(text, '&#', /&#(x?)([0-9a-f]+);?/gi, (_, x: string, code: string) =>
      fromCode(Number.parseInt(code, x === '' ? 10 : 16)),
    ),
    ...(text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).flatMap((run) =>
      [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString('latin1')),
    ),
    ...(text.match(/(?:[0-9a-f]{2}){8,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString('utf8')),
    swapPairs(bytes).replaceAll('\0', ''),
  ];
  return toHiragana(foldText(forms.join('\n')));
}

function replaceIf(
  text: string,
  sign: string,
  pattern: RegExp,
  replace: (match: string, ...groups: string[]) => string,
): string {
  return text.includes(sign) ? text.replace(pattern, replace) : '';
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text in UTF-16, whichever byte comes first. */
function swapPairs(bytes: Buffer): string {
  if (!bytes.includes(0)) return '';
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return `${even.toString('utf16le')}\n${Buffer.from(even).swap16().toString('utf16le')}`;
}
