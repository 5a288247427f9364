import { foldInPlace } from './fold-in-place.ts';
import { rewrite, type View } from './view.ts';

/**
 * The text without what nobody sees (zero-width characters, marks of direction, selectors of a variant), with
 * full-width and other forms of letters and digits in plain ones.
 */
export function withoutHidden(text: string): View {
  const seen = rewrite({ text }, hidden, () => '');
  const plain = rewrite(seen, otherForms, ([form]) => form.normalize('NFKC'));
  return { ...plain, text: foldInPlace(plain.text) };
}

/** Without the marks of Markdown and HTML, which may cut a number or a name in pieces that a reader does not see. */
export function withoutMarks(view: View): View {
  if (!mayMark.test(view.text)) return view;
  const decoded = rewrite(view, reference, decode);
  const untagged = rewrite(decoded, tag, ([, name = '']) => (inline.test(name) ? '' : '\n'));
  const plain = rewrite(
    rewrite(untagged, link, () => ''),
    mark,
    () => '',
  );
  // A dash counts as one behind a digit, which may have stood in bold.
  return plain === view ? view : { ...plain, text: foldInPlace(plain.text) };
}

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Half-width kana with their voicing marks, and letters and digits of mathematics. */
const otherForms = /[\uff66-\uff9f][\uff9e\uff9f]?|[\u{1d400}-\u{1d7ff}]/gu;

const mayMark = /[*_~`<\\\]&{]/;
const reference = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,8}));/giu;
const tag = /<\/?([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,300})?\/?>|<!--[^<>]{0,100}-->|\{\/\*[^*{}]{0,100}\*\/\}/g;
const inline =
  /^(?:a|abbr|b|bdi|bdo|code|del|em|font|i|ins|kbd|mark|rb|rp|rt|ruby|s|small|span|strong|sub|sup|u|wbr)?$/i;
const link = /\]\([^()\s]{0,300}\)|\[(?=[^[\]\n]{0,80}\]\()/g;
/** A sign of multiplication between digits and the line below within a word are no marks. */
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
  return code <= 0x10ffff ? withoutHidden(String.fromCodePoint(code)).text : '';
}
