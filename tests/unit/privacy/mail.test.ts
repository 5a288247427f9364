import { expectCases } from './expect-cases.ts';

expectCases('mail', {
  ok: [
    ['a handle', '@someone が書きました'],
    ['a place', '勉強会＠オンライン'],
    ['a picture for dense screens', '/images/logo@2x.png'],
    ['a package and its version', 'astro@7.3.5、@astrojs/mdx'],
    ['a repository', 'git@git.example.jp:owner/name.git'],
    ['an address on the web', 'https://www.example.jp/a.b'],
    ['the word', 'メールアドレスは載せません。'],
    ['a unit price', '@500円×3個'],
  ],
  ng: [
    ['plain', 'taro@city.lg.jp まで', 'taro@city.lg.jp'],
    ['dots and plus', 'taro.yamada+kai@mail.city.gifu.jpへ', 'taro.yamada+kai@mail.city.gifu.jp'],
    ['full width', 'ｔａｒｏ＠ｃｉｔｙ．ｌｇ．ｊｐ', 'ｔａｒｏ＠ｃｉｔｙ．ｌｇ．ｊｐ'],
    ['only the sign in full width', 'taro＠city.lg.jp', 'taro＠city.lg.jp'],
    ['[at]', 'taro[at]city.lg.jp', 'taro[at]city.lg.jp'],
    ['(at) and (dot)', 'taro (at) city (dot) lg (dot) jp', 'taro (at) city (dot) lg (dot) jp'],
    ['at in words', 'taro at city.lg.jp', 'taro at city.lg.jp'],
    ['（アット）', 'taro（アット）city.lg.jp', 'taro（アット）city.lg.jp'],
    ['a star', 'taro★city.lg.jp', 'taro★city.lg.jp'],
    ['a link', '[連絡](mailto:taro@city.lg.jp)', 'taro@city.lg.jp'],
    ['escaped for Markdown', String.raw`taro\_y\@city.lg.jp`, String.raw`taro\_y\@city.lg.jp`],
    ['Japanese domain', 'taro@日本語.jp', 'taro@日本語.jp'],
    ['in angle brackets', '<taro@city.lg.jp>', 'taro@city.lg.jp'],
    ['a domain set aside for examples', 'taro@example.com', 'taro@example.com', 'likely'],
    ['a domain set aside in Japan', 'taro@example.co.jp', 'taro@example.co.jp', 'likely'],
  ],
});
