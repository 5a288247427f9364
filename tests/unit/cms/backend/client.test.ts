import { expect, it } from 'vitest';
import { createClient } from '../../../../cms/backend/client.ts';

it('repeats a request with a new token when the server was started anew', async () => {
  const { client, requests } = prepare({ answers: [refuse(403, 'token'), { done: true }] });
  expect(await client.act('info', {})).toEqual({ done: true });
  expect(requests).toEqual(['GET session', 'POST v1 t1', 'GET session', 'POST v1 t2']);
});

it('waits for the login when the session has ended, and repeats', async () => {
  const { client, requests, asked } = prepare({ answers: [refuse(401, 'signed-out'), { done: true }], signedIn: [true, false] });
  expect(await client.act('info', {})).toEqual({ done: true });
  expect(asked).toEqual(['login']);
  expect(requests).toEqual(['GET session', 'POST v1 t1', 'GET session', 'POST login t2', 'POST v1 t3']);
});

it('asks what to do when nothing arrives, and gives up when the editor does', async () => {
  const { client, asked } = prepare({ answers: [new TypeError('Failed to fetch'), { done: true }] });
  expect(await client.act('info', {})).toEqual({ done: true });
  expect(asked).toEqual(['line']);
  const second = prepare({ answers: [new TypeError('Failed to fetch')], givesUp: true });
  await expect(second.client.act('info', {})).rejects.toThrow('やめた');
});

it('hands any other refusal on with its sentence', async () => {
  const { client } = prepare({ answers: [refuse(403, 'not-allowed', '公開する権限がありません。')] });
  await expect(client.act('info', {})).rejects.toThrow('公開する権限がありません。');
});

function prepare({ answers, signedIn = [true], givesUp = false }: { answers: unknown[]; signedIn?: boolean[]; givesUp?: boolean }) {
  const requests: string[] = [];
  const asked: string[] = [];
  let tokens = 0;
  const session = (isIn: boolean) => ({ mode: 'accounts', signedIn: isIn, user: null, token: `t${(tokens += 1)}`, expires: null, branch: 'main', mediaFolder: 'public/images', secondPerson: [] });
  const fetch = async (address: string | URL | Request, init?: RequestInit) => {
    const name = String(address).replace('/kenjinkai/api/cms/', '');
    const token = (init?.headers as Record<string, string>)['X-CMS-Token'];
    requests.push([init?.method, name, token].filter(Boolean).join(' '));
    if (name === 'session') return Response.json(session(signedIn.shift() ?? true));
    if (name === 'login') return Response.json(session(true));
    const answer = answers.shift();
    if (answer instanceof TypeError) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  };
  const client = createClient({
    base: '/kenjinkai/',
    fetch,
    signIn: async (tryLogin) => {
      asked.push('login');
      await tryLogin('hanako', 'secret');
    },
    reconnect: async () => {
      asked.push('line');
      if (givesUp) throw new Error('やめた');
    },
  });
  return { client, requests, asked };
}

function refuse(status: number, code: string, error = '') {
  return Response.json({ error, code }, { status });
}
