import { componentNames } from '../../../src/mdx/problems.ts';

/**
 * What sentences of the content check say to people who write files, and what they are to do who write in a form: the
 * buttons above the text put in what the signs are for.
 * `labelOf` gives the label of an attribute.
 */
export function sayForForms(sentence: string, labelOf: (name: string) => string): string {
  const plain = endings.reduce((text, { find, put }) => text.replaceAll(find, put), sentence);
  return plain.replace(missing, (_whole, name: string) => `この部品には「${labelOf(name)}」がありません。${again}`);
}

const missing = /この部品には ([^\s=]{1,110})="…" が必要です。書き足してください。/gu;

const again = '消して、文章の上に並ぶボタンから選んで入れ直してください。';

const endings: readonly { find: string | RegExp; put: string }[] = [
  { find: `使える部品は ${componentNames} だけです。ほかは Markdown で書いてください。`, put: again },
  { find: `大文字と小文字の区別に気をつけて、${componentNames} のどれかに直してください。`, put: again },
  {
    find: /^HTML（(「.{0,200}?」)）は使えません。Markdown で書いてください。$/gu,
    put: `$1という書き方は使えません。${again}`,
  },
  { find: '属性は title="文字" の形で一つずつ書いてください。', put: '消してください。' },
  { find: /[^\s。]{1,110}="文字" の形に直してください。/gu, put: 'その部品を消して、ボタンから入れ直してください。' },
  { find: '<Note title="見出し"> のように、属性の値を " " で囲み、> で閉じてください。', put: again },
  { find: /<[A-Za-z]{1,20} … \/> の形にして、中身は外に出してください。/gu, put: '中身は外に出してください。' },
  { find: '動きを付ける属性（on で始まるもの）は消してください。', put: '消してください。' },
  {
    find: 'https:、http:、mailto:、tel: で始まるものか、/ で始まるサイト内のものにしてください。',
    put: 'https:// で始まるアドレスか、このサイトの中のページのアドレスにしてください。',
  },
  {
    find: '画像をこのサイトにアップロードし、/images/… のアドレスで書いてください。',
    put: '画像を手元に保存して、「画像」のボタンから入れてください。',
  },
  {
    find: /(?:src は )?\/images\/ か \/media\/ で始まり、\.png \.jpg \.webp \.avif \.gif で終わるアドレスにしてください。/gu,
    put: '消して、「画像」のボタンから入れ直してください。',
  },
  { find: /（U\+[0-9A-F]{4,6}）/gu, put: '' },
  { find: 'ふつうの Markdown に直してください。', put: 'ふつうの文章に直してください。' },
];
