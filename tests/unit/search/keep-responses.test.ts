import { describe, expect, it } from 'vitest';
import { keepResponses } from '../../../src/search/keep-responses.ts';
import { isOpeningFile } from '../../../src/search/pagefind.ts';

describe('responses that are kept', () => {
  const count = (answers: readonly (Response | Error)[]) => {
    const asked: string[] = [];
    const fetch = (input: RequestInfo | URL): Promise<Response> => {
      const answer = answers[asked.length] ?? new Response('later');
      asked.push(String(input));
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    return { asked, ...keepResponses((address) => address.startsWith('/kept'), fetch) };
  };
  const read = async (response: Promise<Response>): Promise<string> => (await response).text();

  it('are fetched once, also when asked for at the same time, and can each be read', async () => {
    const { fetch, asked } = count([new Response('one')]);
    expect(await Promise.all([read(fetch('/kept')), read(fetch('/kept'))])).toEqual(['one', 'one']);
    expect(asked).toEqual(['/kept']);
  });

  it('are fetched anew after a failure', async () => {
    const { fetch } = count([new Error('no line'), new Response('gone', { status: 404 }), new Response('here')]);
    await expect(fetch('/kept')).rejects.toThrow('no line');
    expect((await fetch('/kept')).status).toBe(404);
    expect(await read(fetch('/kept'))).toBe('here');
  });

  it('can be fetched for later, and a failure then is asked for anew', async () => {
    const { fetch, keep, asked } = count([new Response('ahead'), new Response('gone', { status: 404 }), new Response('here')]);
    await keep('/later');
    expect(await read(fetch('/later'))).toBe('ahead');
    await keep('/other');
    expect(await read(fetch('/other'))).toBe('here');
    expect(asked).toEqual(['/later', '/other', '/other']);
  });

  it('are forgotten on demand; others are never kept', async () => {
    const { fetch, forget, asked } = count([]);
    await fetch('/kept');
    forget();
    await fetch('/kept');
    await fetch('/other');
    await fetch('/other');
    expect(asked).toEqual(['/kept', '/kept', '/other', '/other']);
  });
});

it.each([
  ['http://localhost/pagefind/pagefind-entry.json?ts=a1', true],
  ['http://localhost/pagefind/pagefind.unknown_a41a57b.pf_meta', true],
  ['http://localhost/pagefind/wasm.unknown.pagefind', true],
  ['http://localhost/pagefind/index/unknown_1.pf_index', false],
  ['http://localhost/pagefind/search.json?t=1', false],
])('Pagefind opens with %s: %s', (address, isOpening) => expect(isOpeningFile(address)).toBe(isOpening));
