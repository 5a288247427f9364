import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveQa } from './requests.ts';
import { makeRepository, qaPath, qaText, type SampleRepository } from './sample-repository.ts';
import { startServer, type SampleServer, type Visitor } from './sample-server.ts';

let repository: SampleRepository;
let server: SampleServer;
let visitor: Visitor;

beforeEach(async () => {
  repository = makeRepository({ files: { [qaPath('dddd4444')]: secret } });
  server = await startServer({ root: repository.root, access: { mode: 'loopback', name: '岐阜花子' } });
  visitor = server.visitor();
  await visitor.open();
});

afterEach(async () => {
  await server.close();
  repository.remove();
});

const question = '仮庁舎の電話番号は、どうやって知らせればよいですか。';
const sound = qaText('cccc4444', { question, body: '本文' });
const secret = qaText('dddd4444', { question: '会員だけが読む質問は、どう書けばよいですか。', body: '本文' }).replace(
  /^audience: .*$/m,
  'audience: members',
);
const save = (text: string) => visitor.act('persistEntry', saveQa('cccc4444', text, { revision: null }));
const withField = (line: string): string => sound.replace('provenance: sample', `provenance: sample\n${line}`);

it.each([
  ['a field that every object has', withField('constructor: 1'), /「constructor」という項目はありません/],
  ['a field of its prototype', withField('__proto__:\n  audience: members'), /「__proto__」という項目はありません/],
  [
    'an order of letters turned in a field',
    sound.replace(question, `仮庁舎の\u202E電話番号は、どう知らせますか。`),
    /U\+202E/,
  ],
  ['a blank letter in a source', withField('sources:\n  - title: 資\u3164料'), /U\+3164/],
  ['a letter of no width in a comment', sound.replace('---\n', '---\n# \u200B\n'), /U\+200B/],
  ['an address with a name', withField('sources:\n  - title: 資料\n    url: https://user@www.example.jp/'), /「@」/],
  ['an address of the office', withField('sources:\n  - title: 資料\n    url: http://192.168.0.1/'), /庁内や手元だけ/],
  ['a former address that leads elsewhere', withField('redirectFrom:\n  - /q/../x/'), /「\.」で始まるか終わる/],
  ['a former address that the build writes', withField('redirectFrom:\n  - /_redirects/'), /サイトが使っています/],
  ['a former address of 300 letters', withField(`redirectFrom:\n  - /${'a'.repeat(300)}/`), /長すぎます/],
  ['a year that no calendar has', sound.replace(/^reviewBy: .*$/m, 'reviewBy: 9999-12-31'), /1868年から2100年/],
])('refuses %s, and says why', async (_why, text, sentence) => {
  const refused = await save(text);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    code: 'content',
    findings: expect.arrayContaining([
      expect.objectContaining({ path: qaPath('cccc4444'), message: expect.stringMatching(sentence) }),
    ]),
  });
  expect(refused.text).not.toMatch(/[\u202E\u200B\u3164]/);
});

it('takes the same entry without any of these', async () => {
  expect((await save(sound)).status).toBe(200);
});

it.each([
  ['in its text', sound.replace('本文', '[こちら](/q/dddd4444/)')],
  ['as a related question', withField('related:\n  - dddd4444')],
])('refuses an entry for everybody that leads to one for members, %s', async (_where, text) => {
  const refused = await save(text);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('会員限定です') })]),
  });
});
