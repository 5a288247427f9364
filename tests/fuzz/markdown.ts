import fc from 'fast-check';
import { lineOf } from './texts.ts';

/** Texts in odd combinations of everything that the safe subset allows, and a few that must be refused. */
export function markdownOf(maxLength: number, known: Known): fc.Arbitrary<string> {
  return fc
    .array(blockOf(known), { minLength: 1, maxLength: 8 })
    .map((blocks) => blocks.join('\n\n'))
    .map((text) =>
      text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[^\n]*$/, '') || '短い文です。',
    );
}

function blockOf({ qas, images, others }: Known): fc.Arbitrary<string> {
  const words = lineOf(1, 60).map(escape);
  const address = fc.constantFrom(
    ...qas.map((id) => `/q/${id}/`),
    ...others,
    'https://www.example.jp/a?b=c&d=%E5%B2%90#e',
    'mailto:info@example.lg.jp',
    '#h-案',
    '../',
  );
  const image = fc.constantFrom(...images);
  const blocks: fc.Arbitrary<string>[] = [
    words,
    fc.tuple(words, words).map(([a, b]) => `${a}\n${b}  \n${a}\\\n${b}`),
    fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc
      .integer({ min: 1, max: 6 })
      .map((level) => `${'#'.repeat(level)} 同じ見出し\n\n${'#'.repeat(level)} 同じ見出し\n\n## 同じ見出し-2`),
    fc.constantFrom(
      '## 🏢🏢',
      '## ！？',
      '## ﷽',
      '## ' + '長'.repeat(300),
      '## `code`',
      '## [名前](/q/)',
      '## ![図](/images/a.png)',
    ),
    fc.tuple(words, words).map(([a, b]) => `- ${a}\n- ${b}\n  1. ${b}\n     - ${a}\n- [ ] ${a}\n- [x] ${b}`),
    fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), words).map(([start, text]) => `${start}. ${text}\n1. ${text}`),
    fc.tuple(words, words, fc.integer({ min: 1, max: 31 })).map(([a, b, width]) => table(a, b, width)),
    fc.tuple(words, words).map(([a, b]) => `> ${a}\n> > ${b}\n>\n> ${a}`),
    fc
      .tuple(words, fc.integer({ min: 1, max: 99 }))
      .map(([a, mark]) => `${a}[^${mark}]と[^${mark}]\n\n[^${mark}]: ${a}\n\n    二つ目の段落`),
    fc.tuple(words, address).map(([a, to]) => `[${a}](${to})と[${a}][x${to.length}]\n\n[x${to.length}]: <${to}> "題"`),
    fc.tuple(words, image).map(([a, src]) => `![${a}](${src})`),
    fc
      .tuple(words, image, fc.constantFrom('', ' width="9999" height="1"', ' caption="図の説明"'))
      .map(([a, src, more]) => `<Figure src="${src}" alt="${attribute(a)}"${more} />`),
    fc
      .tuple(fc.constantFrom('Note', 'Caution'), words, words)
      .map(([name, title, text]) => `<${name} title="${attribute(title)}">\n\n${text}\n\n</${name}>`),
    words.map((text) => `<Note>${text}</Note>`),
    fc.tuple(words, words).map(([a, b]) => `<Steps>\n\n1. ${a}\n2. ${b}\n\n   ${a}\n\n</Steps>`),
    fc.tuple(words, words).map(([a, b]) => `<Checklist title="${attribute(a)}">\n\n- ${a}\n- ${b}\n\n</Checklist>`),
    fc.tuple(words, words).map(([a, b]) => `<Quote source="${attribute(a)}">\n\n${b}\n\n</Quote>`),
    fc
      .tuple(words, words)
      .map(
        ([a, b]) =>
          `<Timeline base="${attribute(a).slice(0, 20)}">\n\n| 時期 | ${cell(b)} |\n| - | - |\n| 3か月前 | ${cell(a)} |\n\n</Timeline>`,
      ),
    fc
      .tuple(words, words)
      .map(([a, b]) => `<Flow title="${attribute(a)}">\n\n| 場所 |\n| - |\n| ${cell(b)} |\n| 出口 |\n\n</Flow>`),
    fc
      .tuple(words, words)
      .map(([a, b]) => `<Caution>\n\n<Note title="${attribute(a)}">\n\n- ${b}\n\n</Note>\n\n</Caution>`),
    fc.constantFrom(
      '```\n<b>{x}</b>\n]]>\n```',
      '~~~js\nconst a = `1`;\n~~~',
      '`` a`b ``',
      '    四字下げ',
      '---',
      '***',
      '\\*\\_\\{\\<',
      '&lt;&amp;&quot;&copy;&#x3042;',
    ),
    fc.constantFrom(
      '｜漢字《かんじ》と｜《》',
      '**太字***斜体*~~取消~~',
      'https://www.example.jp/x と',
      'あ'.repeat(3_000),
      'a'.repeat(3_000),
      '語\n'.repeat(200),
    ),
    // Invalid blocks: they prove that the check refuses something.
    fc.constantFrom(
      '# ',
      '<script>',
      '{x}',
      '[x](javascript:alert(1))',
      '[^9]',
      '![](/images/a.png)',
      'a\u202Eb',
      '[x](http://a@b.example/)',
      '## ',
    ),
  ];
  const weights = blocks.map((arbitrary, index) => ({ arbitrary, weight: index === blocks.length - 1 ? 1 : 12 }));
  return fc.oneof(...weights);
}

/** Text without `|`, for a table cell. */
function cell(words: string): string {
  return words.replaceAll('|', '／').trim() || '空';
}

function table(a: string, b: string, width: number): string {
  const row = (text: string) => `|${` ${text} |`.repeat(width)}`;
  return `${row('')}\n|${' :-: |'.repeat(width)}\n${row(a)}\n${row(b)}`;
}

/** Escapes most of Markdown's punctuation; the characters that stay unescaped give the odd cases. */
function escape(text: string): string {
  return text.replace(/[\\<{}[\]`*_~|#>!&:@=+-]/g, (character) => `\\${character}`).replace(/www\./g, 'www\\.');
}

function attribute(text: string): string {
  return text.replace(/["\\]/g, '').replace(/&/g, '＆').replace(/[<{]/g, '').trim() || '案';
}

/** Targets that links and images of a text may have. */
export interface Known {
  qas: readonly string[];
  images: readonly string[];
  /** Other addresses of the site. */
  others: readonly string[];
}
