import { expect, it } from 'vitest';
import { createClient } from '../../../../../cms/admin/backend/client.ts';

const info = { repo: 'kenjinkai-knowledge', publish_modes: ['simple'], type: 'local_git', branch: 'main' };

it('repeats a request with a new token when the server was started anew', async () => {
  const { client, requests } = prepare({ answers: [refuse(403, 'token'), info] });
  expect(await client.act('info', {})).toEqual(info);
  expect(requests).toEqual(['GET session', 'POST v1 t1', 'GET session', 'POST v1 t2']);
});

it('waits for the login when the session has ended, and repeats', async () => {
  const { client, requests, asked } = prepare({
    answers: [refuse(401, 'signed-out'), info],
    signedIn: [true, false],
  });
  expect(await client.act('info', {})).toEqual(info);
  expect(asked).toEqual(['login']);
  expect(requests).toEqual(['GET session', 'POST v1 t1', 'GET session', 'POST login t2', 'POST v1 t3']);
});

it('lets an editor go back to an open form instead of signing in, but not before anything was opened', async () => {
  const { client, places } = prepare({
    answers: [refuse(401, 'signed-out')],
    signedIn: [false, false],
    goesBack: true,
  });
  await client.signIn();
  await expect(client.act('info', {})).rejects.toThrow('まだ保存していません');
  expect(places).toEqual([{ mayGoBack: false }, { mayGoBack: true }]);
});

it('waits for the one-time link of a server that was started anew, and repeats', async () => {
  const refusals = [refuse(401, 'link', 'リンクを開いてください。'), refuse(401, 'link', 'リンクを開いてください。')];
  const { client, requests, asked, places } = prepare({
    answers: [refuse(401, 'link'), info],
    sessions: [undefined, ...refusals],
  });
  await client.signIn();
  expect(await client.act('info', {})).toEqual(info);
  expect(asked).toEqual(['link: リンクを開いてください。', 'closed', 'open']);
  expect(places).toEqual([{ mayGoBack: true }]);
  expect(requests).toEqual(['GET session', 'POST v1 t1', 'GET session', 'GET session', 'GET session', 'POST v1 t2']);
});

it('asks what to do when nothing arrives, and gives up when the editor does', async () => {
  const { client, asked } = prepare({ answers: [new TypeError('Failed to fetch'), info] });
  expect(await client.act('info', {})).toEqual(info);
  expect(asked).toEqual(['line']);
  const second = prepare({ answers: [new TypeError('Failed to fetch')], givesUp: true });
  await expect(second.client.act('info', {})).rejects.toThrow('やめた');
});

it('hands any other refusal on with its sentence', async () => {
  const { client } = prepare({ answers: [refuse(403, 'not-allowed', '公開する権限がありません。')] });
  await expect(client.act('info', {})).rejects.toThrow('公開する権限がありません。');
});

it('says what to do where the answer has another shape, as after an update of the server', async () => {
  const { client } = prepare({ answers: [[{ path: 'content/qa/gifu/abcd2345.mdx' }]] });
  await expect(client.act('entriesByFolder', { folder: 'content/qa', extension: 'mdx', depth: 2 })).rejects.toThrow(
    '編集画面が古くなっている場合があります。',
  );
});

it('keeps the sentence of a refusal whose other parts it does not know', async () => {
  const { client } = prepare({
    answers: [Response.json({ error: '明日から使えます。', code: 'new' }, { status: 403 })],
  });
  await expect(client.act('info', {})).rejects.toMatchObject({ message: '明日から使えます。', status: 403 });
});

it('says that there was no answer where a proxy answers with a page', async () => {
  const { client } = prepare({ answers: [new Response('<h1>Bad Gateway</h1>', { status: 502 })] });
  await expect(client.act('info', {})).rejects.toThrow('応答がありません（502）');
});

function prepare({ answers, signedIn = [true], sessions = [], givesUp = false, goesBack = false }: Prepared) {
  const requests: string[] = [];
  const asked: string[] = [];
  const places: object[] = [];
  let tokens = 0;
  const session = (isIn: boolean) => ({
    mode: 'accounts',
    signedIn: isIn,
    user: null,
    token: `t${(tokens += 1)}`,
    expires: null,
    branch: 'main',
    mediaFolder: 'public/images',
    secondPerson: [],
    notice: null,
    site: null,
  });
  const fetch = async (address: string | URL | Request, init?: RequestInit) => {
    const name = String(address).replace('/kenjinkai/api/cms/', '');
    const token = (init?.headers as Record<string, string>)['X-CMS-Token'];
    requests.push([init?.method, name, token].filter(Boolean).join(' '));
    if (name === 'session') return sessions.shift() ?? Response.json(session(signedIn.shift() ?? true));
    if (name === 'login') return Response.json(session(true));
    const answer = answers.shift();
    if (answer instanceof TypeError) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  };
  const client = createClient({
    base: '/kenjinkai/',
    fetch,
    openLink: async (sentence, isOpen, place) => {
      asked.push(`link: ${sentence}`);
      places.push(place);
      while (!(await isOpen())) asked.push('closed');
      asked.push('open');
    },
    signIn: async (tryLogin, place) => {
      asked.push('login');
      places.push(place);
      if (goesBack && place.mayGoBack) throw new Error('まだ保存していません');
      await tryLogin('hanako', 'secret');
    },
    reconnect: async () => {
      asked.push('line');
      if (givesUp) throw new Error('やめた');
    },
  });
  return { client, requests, asked, places };
}

function refuse(status: number, code: string, error = '') {
  return Response.json({ error, code }, { status });
}

interface Prepared {
  answers: unknown[];
  signedIn?: boolean[];
  /** Answers to `GET session` in place of a session. */
  sessions?: (Response | undefined)[];
  givesUp?: boolean;
  goesBack?: boolean;
}
