import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';

expectRule('redirects', {
  ok: [
    ['a former id', { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/'] }) }],
    ['a former topic', { 'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/topics/building/'] }) }],
    [
      'an address that only starts like one of the site',
      { [qaFile]: qa({ redirectFrom: ['/search-help/', '/months/13/'] }) },
    ],
  ],
  ng: [
    ...[
      '/index.html/',
      '/404.html/',
      '/404/',
      '/500/',
      '/index/',
      '/q/index/',
      '/icon.svg/',
      '/icon-192.png/x/',
      '/_redirects/',
      '/_headers/',
      '/_worker.js/',
      '/robots.txt/',
      '/Sitemap.XML/',
      '/feeds/all/',
      '/feeds/new.xml/',
      '/cards/x/',
      '/api/x/',
      '/hosting/x/',
      '/assets/x/',
      '/media/x/',
      '/IMAGES/x/',
      '/Admin/',
      '/q/aaaaaaab.md/',
      '/topics/office/feed.xml/',
      '/groups/gifu/feed.xml/x/',
      '/events/calendar.ics/',
      '/pagefind/',
      '/Search/',
      '/MONTHS/4/',
    ].map((address): [string, Record<string, string>, RegExp] => [
      address,
      { [qaFile]: qa({ redirectFrom: [address] }) },
      /以前のアドレス「.+」はサイトが使っています。消すか、直してください。/,
    ]),
    ['its own address in capitals', { [qaFile]: qa({ redirectFrom: ['/Q/AAAAAAAA/'] }) }, /今のこのページのアドレス/],
    [
      'twice but for capitals',
      { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/', '/q/ZZZZZZZZ/'] }) },
      [/二度書かれて/, /二度書かれて/],
    ],
    ['its own address', { [qaFile]: qa({ redirectFrom: ['/q/aaaaaaaa/'] }) }, /今のこのページのアドレス/],
    [
      'the address of another',
      { 'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/q/aaaaaaaa/'] }) },
      /今もページがあります（「content\/qa\/gifu\/aaaaaaaa\.mdx」）/,
    ],
    ['a list of the site', { [qaFile]: qa({ redirectFrom: ['/search/'] }) }, /サイトが使っています/],
    ['a month', { [qaFile]: qa({ redirectFrom: ['/months/4/'] }) }, /サイトが使っています/],
    ['below a tool of the site', { [qaFile]: qa({ redirectFrom: ['/admin/x/'] }) }, /サイトが使っています/],
    [
      'twice in one file',
      { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/', '/q/zzzzzzzz/'] }) },
      [/二度書かれて/, /二度書かれて/],
    ],
    [
      'in two files',
      {
        [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/'] }),
        'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/q/zzzzzzzz/'] }),
      },
      [/「content\/topics\/office\.yaml」/, /「content\/qa\/gifu\/aaaaaaaa\.mdx」/],
    ],
  ],
});
