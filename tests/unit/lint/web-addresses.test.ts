import { describe, expect, it } from 'vitest';
import { lint, qa, qaFile, soundEvent, soundGroup, yaml, type Files } from './content.ts';

const refused = [
  'http://user@www.example.jp/',
  'https://user:secret@www.example.jp/',
  'https://@www.example.jp/',
  'https://www.example.jp%2f@evil.example/',
  'http://www.example.jp%2fevil.example/',
  'https://www.example.jp\\@evil.example/',
  'https:\\\\evil.example/',
  'https:/evil.example/',
  'https:evil.example/',
  'https:///evil.example/',
  'https://www.example.jp/a b',
  'https://www.example.jp/\u202Egnp.exe',
  'https://www.ex\u200Bample.jp/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://www.example.jp/x',
  'ftp://www.example.jp/',
  'http://localhost/',
  'http://localhost:4321/q/',
  'http://app.localhost/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://192.168.1.1/',
  'http://10.0.0.1:8080/',
  'http://[::1]/',
  'http://[fe80::1]/',
  'http://intranet/',
  'http://portal.internal/',
  'http://nas.local/',
  'http://printer.home.arpa/',
];

const sound = [
  'https://www.example.jp/',
  'http://www.example.jp/a/b.html?c=d&e=%E5%B2%90#f',
  'https://www.example.lg.jp:8443/',
  'https://ja.wikipedia.org/wiki/岐阜県',
  'https://総務省.example.jp/',
  'https://xn--wgv71a119e.example.jp/',
  'https://www.example.jp/a@b',
  'https://www.example.jp/?mail=a%40b',
  'HTTPS://WWW.EXAMPLE.JP/',
  'https://1.example.jp/',
];

/** Every place that holds an address of the web. */
const places: Record<string, (address: string) => Files> = {
  'a source of a Q&A': (address) => ({ [qaFile]: qa({ sources: [{ title: '資料', url: address }] }) }),
  'a source of an event': (address) => ({
    'content/events/a.yaml': yaml({ ...soundEvent, sources: [{ title: '資料', url: address }] }),
  }),
  'a source of a group': (address) => ({
    'content/groups/gifu.yaml': yaml({ ...soundGroup, sources: [{ title: '資料', url: address }] }),
  }),
  'a link of a text': (address) => ({ [qaFile]: qa({}, `[資料](<${address}>)\n`) }),
  'a definition of a text': (address) => ({ [qaFile]: qa({}, `[資料][a]\n\n[a]: <${address}>\n`) }),
  'a link of an answer': (address) => ({
    [qaFile]: qa({
      answers: [
        {
          by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' },
          date: '2026-05-20',
          text: `[資料](<${address}>)\n`,
        },
      ],
    }),
  }),
  'a link of an event': (address) => ({
    'content/events/a.yaml': yaml({ ...soundEvent, description: `[資料](<${address}>)` }),
  }),
  'a link of a page': (address) => ({
    'content/pages/about.mdx': `---\ntitle: 題\ndescription: 説明です。\norder: 1\nupdated: 2026-11-01\n---\n\n[資料](<${address}>)\n`,
  }),
};

describe.each(Object.entries(places))('%s', (_where, write) => {
  it.each(refused)('must not be %j', (address) => {
    // A backslash before a sign that it escapes is no part of a link.
    const errors = lint(write(address)).filter(({ severity }) => severity === 'error');
    if (address.includes('\\') && /link|definition/.test(_where)) return;
    expect(errors).not.toEqual([]);
    for (const { message } of errors) expect(message).toMatch(/[。]$/);
  });

  it.each(sound)('may be %j', (address) => {
    expect(lint(write(address))).toEqual([]);
  });
});

it('says what is wrong with it and what to do', () => {
  const say = (url: string) =>
    lint({ [qaFile]: qa({ sources: [{ title: '資料', url }] }) }).map(({ message, field }) => `${message}〔${field}〕`);
  expect(say('https://a@www.example.jp/')).toEqual([
    expect.stringMatching(
      /^URLの「\/\/」と「\/」の間に「@」があり.*消し.*〔出典（1番目）のURL（sources\[0\]\.url）〕$/,
    ),
  ]);
  expect(say('http://192.168.0.1/')).toEqual([
    expect.stringMatching(/^URLは庁内や手元だけの名前.*公開されているアドレスに直すか/),
  ]);
  expect(say('https://www.example.jp%41/')).toEqual([expect.stringMatching(/^URLに空白.*貼り付け直して/)]);
});
