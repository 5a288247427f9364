import type { Position } from 'unist';

/**
 * What stands in the way of a text becoming a page. `message` is a Japanese sentence that quotes the place and says
 * what to do; it names no line, because the text may be a part of a larger file and only its reader knows where.
 */
export interface MdxProblem {
  /** 1-based, in the source given to `compileMdx`; columns count UTF-16 units. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  offset?: number;
  endOffset?: number;
  code: MdxProblemCode;
  message: string;
}

/** `what` is the quoted piece of source, name or number that the sentence speaks of. */
export function mdxProblem(code: MdxProblemCode, position: Position | undefined, what = ''): MdxProblem {
  const { start, end } = position ?? startOfText;
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(start.offset === undefined ? {} : { offset: start.offset }),
    ...(end.offset === undefined ? {} : { endOffset: end.offset }),
    code,
    message: sentences[code](quotable(what)),
  };
}

const startOfText: Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

const maxQuoted = 100;

/** Invisible and line-breaking characters would make the sentence itself misleading. */
function quotable(what: string): string {
  const clean = [...what.replace(/[\p{C}\s]+/gu, ' ').trim()];
  return clean.length > maxQuoted ? `${clean.slice(0, maxQuoted).join('')}…` : clean.join('');
}

/** The components, as sentences name them. */
export const componentNames = 'Note・Caution・Steps・Checklist・Figure・Quote・Timeline・Flow・Rooms';

const sentences = {
  // Size and shape of the text
  'too-long': (most) => `文章が長すぎます（上限は${most}文字）。内容を分けて、別の質問にしてください。`,
  'too-many-lines': (most) => `行が多すぎます（上限は${most}行）。内容を分けて、別の質問にしてください。`,
  'too-dense': (most) =>
    `空行のないひとかたまりに記号（* _ ~ [ ] < {）が${most}個を超えています。空行で段落を分けるか、記号を減らしてください。`,
  'too-deep': (what) => `箇条書きや引用の入れ子が深すぎます${what && `（${what}）`}。段を浅くして書き直してください。`,
  'wide-table': (most) => `表の列が多すぎます（上限は${most}列）。行と列を入れ替えるか、表を分けてください。`,
  character: (what) =>
    `目に見えない文字、または使えない文字（${what}）が入っています。その場所を消して、打ち直してください。`,
  unreadable: () => 'この文章は読み取れませんでした。直前に変えた場所を元に戻すか、その段落を打ち直してください。',

  // Code in the text
  import: (what) =>
    `行の先頭の「${what}」は、プログラムの命令と見なされるため使えません。行を消すか、先頭を別の言葉にしてください。`,
  expression: (what) =>
    `「${what}」のように波かっこ { } は使えません。文字として書くときは全角の「｛｝」にするか、「\\{」と書いてください。`,
  comment: (what) => `「${what}」のようなコメントは書けません。消してください。控えは公開しない場所に残してください。`,
  spread: (what) => `部品の中の「${what}」は使えません。属性は title="文字" の形で一つずつ書いてください。`,
  'attribute-expression': (what) =>
    `属性「${what}」の値に波かっこ { } は使えません。${what}="文字" の形に直してください。`,
  'bare-brace': (what) =>
    `半角の「{」が閉じられずに書かれています（「${what}」の付近）。文字として書くときは全角の「｛」にするか、「\\{」と書いてください。`,

  // Tags
  tag: (what) =>
    `「<${what}>」は使えません。使える部品は ${componentNames} だけです。ほかは Markdown で書いてください。`,
  'tag-case': (what) =>
    `「<${what}>」という部品はありません。大文字と小文字の区別に気をつけて、${componentNames} のどれかに直してください。`,
  'bare-less-than': (what) =>
    `半角の「<」を文字として書くことはできません（「${what}」の付近）。全角の「＜」にするか、「5日未満」のように言葉にするか、「\\<」と書いてください。`,
  'address-in-angles': (what) =>
    `「${what}」のように < > で囲んだリンクは使えません。[名前](https://…) の形で書いてください。`,
  'broken-tag': (what) =>
    `部品の書き方が途中で崩れています（「${what}」の付近）。<Note title="見出し"> のように、属性の値を " " で囲み、> で閉じてください。`,
  'unclosed-tag': (what) =>
    `「<${what}>」に対応する閉じの「</${what}>」が、同じ段の中にありません。始まりと終わりを、それぞれ独立した行に書いてください。`,
  'stray-tag': (what) =>
    `閉じの「</${what}>」に対応する始まりがありません。「<${what}>」を書き足すか、この閉じを消してください。`,
  'inline-component': (what) => `「<${what}>」が文章の途中にあります。前後を空行で区切り、独立した行に書いてください。`,
  html: (what) => `HTML（「${what}」）は使えません。Markdown で書いてください。`,

  // Components
  'event-attribute': (what) => `属性「${what}」は使えません。動きを付ける属性（on で始まるもの）は消してください。`,
  'unknown-attribute': (what) => `この部品に属性「${what}」はありません。消すか、つづりを直してください。`,
  'repeated-attribute': (what) => `属性「${what}」が二度書かれています。一つにしてください。`,
  'missing-attribute': (what) => `この部品には ${what}="…" が必要です。書き足してください。`,
  'bad-attribute': (what) => `部品の属性の値が正しくありません。${what}`,
  'empty-component': (what) => `「<${what}>」の中身がありません。文章を書くか、部品ごと消してください。`,
  'filled-component': (what) =>
    `「<${what}>」の中に文章は書けません。<${what} … /> の形にして、中身は外に出してください。`,
  'steps-content': (what) =>
    `「<${what}>」の中には、番号付きの箇条書き（1. 2. 3.）を一つだけ書いてください。前置きは部品の外に出してください。`,
  'checklist-content': (what) =>
    `「<${what}>」の中には、箇条書き（- ）を一つだけ書いてください。前置きは部品の外に出してください。`,
  'table-content': (what) =>
    `「<${what}>」の中には、見出し行と一行以上の中身がある表を一つだけ書いてください。前置きは部品の外に出してください。`,
  'no-times': () =>
    '表の一列目から時期を読み取れません。一列目に「3か月前」「2週間前」「前日」「当日」「8:30」のように書いてください。',
  'rooms-plan': (what) =>
    `並べ方（plan）が表と合いません（表は${what}行）。段ごとに同じ数の番号を並べ（例：1 1 2 / 1 1 3）、1から${what}までの番号をそれぞれ四角形になるように書いてください。`,

  // Links and images
  'link-scheme': (what) =>
    `リンク先「${what}」は使えません。https:、http:、mailto:、tel: で始まるものか、/ で始まるサイト内のものにしてください。`,
  'link-host': (what) => `「//」で始まるアドレス「${what}」は使えません。https:// から書いてください。`,
  'link-form': (what) =>
    `リンク先「${what}」の書き方が正しくありません。空白や「\\」、ユーザー名を含まないアドレスを、貼り付け直してください。`,
  'link-private': (what) =>
    `リンク先「${what}」は庁内や手元だけの名前で、読む人は開けません。公開されているアドレスに直すか、リンクを消してください。`,
  'link-boundary': (what) =>
    `アドレス「${what}」の直後に日本語が続き、どこまでがリンクか分かりません。後ろに半角の空白を入れるか、[名前](アドレス) の形で書いてください。`,
  'empty-link': (what) =>
    `リンク（${what}）に読める名前がありません。[名前](アドレス) の形で、行き先が分かる名前を書いてください。`,
  'nested-link': (what) => `リンクの名前の中に、別のリンクや脚注（${what}）があります。外に出してください。`,
  'image-outside': (what) =>
    `ほかのサイトの画像「${what}」は表示できません。画像をこのサイトにアップロードし、/images/… のアドレスで書いてください。`,
  'image-form': (what) =>
    `画像のアドレス「${what}」が正しくありません。/images/ か /media/ で始まり、.png .jpg .webp .avif .gif で終わるアドレスにしてください。`,
  'image-alt': (what) =>
    `画像「${what}」に説明がありません。見えない人にも伝わるように、![説明](アドレス) の形で書いてください。`,

  // Headings and footnotes
  'empty-heading': () => '見出しの文字がありません。「## 」の後に言葉を書くか、# を消してください。',
  'footnote-missing': (what) =>
    `脚注「${what}」の本文がありません。「${what}: 説明」という行を、空行をはさんで書き足してください。`,
  'footnote-unused': (what) =>
    `脚注「${what}」の本文がどこからも使われていません。本文に ${what} を書くか、脚注を消してください。`,
  'footnote-repeated': (what) => `脚注「${what}」の本文が二つあります。一方の番号を変えてください。`,
  'footnote-nested': (what) => `脚注の本文の中に、別の脚注「${what}」があります。本文に移してください。`,

  // Pages of maintainers
  'page-unreadable': () =>
    'このページはMDXとして読み取れません。閉じていないタグや波かっこ { } がないか、この行の付近を確かめてください。',
  'page-component': (what) => `部品「<${what}>」が読み込まれていません。import を書き足すか、つづりを直してください。`,

  blocked: (what) => `安全のため出力を止めました（${what}）。この場所の書き方を、ふつうの Markdown に直してください。`,
} satisfies Record<string, (what: string) => string>;

export type MdxProblemCode = keyof typeof sentences;

export const mdxProblemCodes = Object.keys(sentences) as MdxProblemCode[];
