import { foldInPlace } from './fold-in-place.ts';
import { rewrite, type View } from './view.ts';

/**
 * The text without invisible characters (zero-width, bidirectional controls, variation selectors), and with full-width
 * and other forms of letters and digits replaced by the plain ones.
 */
export function normaliseVisible(text: string): View {
  const seen = rewrite({ text }, hidden, () => '');
  const plain = rewrite(seen, otherForms, ([form]) => form.normalize('NFKC'));
  return { ...plain, text: foldInPlace(plain.text) };
}

/** The text without the markup of Markdown and HTML, which may stand inside a number or a name. */
export function withoutMarks(view: View): View {
  if (!mayMark.test(view.text)) return view;
  const decoded = rewrite(view, reference, decode);
  const untagged = rewrite(decoded, tag, ([, name = '']) => (inline.test(name) ? '' : '\n'));
  const plain = rewrite(
    rewrite(untagged, link, () => ''),
    mark,
    () => '',
  );
  // Folded again: a dash counts only after a digit, and that digit may have stood in bold.
  return plain === view ? view : { ...plain, text: foldInPlace(plain.text) };
}

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Half-width kana with their voicing marks, and mathematical letters and digits. */
const otherForms = /[\uff66-\uff9f][\uff9e\uff9f]?|[\u{1d400}-\u{1d7ff}]/gu;

const mayMark = /[*_~`<\\\]&{]/;
const reference = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,8}));/giu;
const tag = /<\/?([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,300})?\/?>|<!--[^<>]{0,100}-->|\{\/\*[^*{}]{0,100}\*\/\}/g;
const inline =
  /^(?:a|abbr|b|bdi|bdo|code|del|em|font|i|ins|kbd|mark|rb|rp|rt|ruby|s|small|span|strong|sub|sup|u|wbr)?$/i;
const link = /\]\([^()\s]{0,300}\)|\[(?=[^[\]\n]{0,80}\]\()/g;
/** A `*` between digits and a `_` within a word are not markup. */
const mark = /(?<!\d)\*|\*(?!\d)|~~|`|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\\(?=[!-/:-@[-`{-~])/g;

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  commat: '@',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  period: '.',
  shy: '',
  zwnj: '',
  zwj: '',
};

function decode({ groups = {} }: RegExpExecArray): string | undefined {
  const { decimal, hex, name } = groups as Record<string, string | undefined>;
  if (name !== undefined) return named[name.toLowerCase()];
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return code <= 0x10ffff ? normaliseVisible(String.fromCodePoint(code)).text : '';
}
