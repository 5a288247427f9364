import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';

expectRule('redirects', {
  ok: [
    ['a former id', { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/'] }) }],
    ['a former topic', { 'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/topics/building/'] }) }],
    ['an address that only starts like one of the site', { [qaFile]: qa({ redirectFrom: ['/search-help/', '/months/13/'] }) }],
  ],
  ng: [
    ['its own address', { [qaFile]: qa({ redirectFrom: ['/q/aaaaaaaa/'] }) }, /今のこのページのアドレス/],
    ['the address of another', { 'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/q/aaaaaaaa/'] }) }, /今もページがあります（「content\/qa\/gifu\/aaaaaaaa\.mdx」）/],
    ['a list of the site', { [qaFile]: qa({ redirectFrom: ['/search/'] }) }, /サイトが使っています/],
    ['a month', { [qaFile]: qa({ redirectFrom: ['/months/4/'] }) }, /サイトが使っています/],
    ['below a tool of the site', { [qaFile]: qa({ redirectFrom: ['/admin/x/'] }) }, /サイトが使っています/],
    ['twice in one file', { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/', '/q/zzzzzzzz/'] }) }, [/二度書かれて/, /二度書かれて/]],
    ['in two files', { [qaFile]: qa({ redirectFrom: ['/q/zzzzzzzz/'] }), 'content/topics/office.yaml': yaml({ ...soundTopic, redirectFrom: ['/q/zzzzzzzz/'] }) }, [/「content\/topics\/office\.yaml」/, /「content\/qa\/gifu\/aaaaaaaa\.mdx」/]],
  ],
});
