import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { keepResponses } from '../../../src/search/keep-responses.ts';
import { isOpeningFile } from '../../../src/search/opening.ts';

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

  it('can be put in ahead, and are then not fetched', async () => {
    const { fetch, put, forget, asked } = count([]);
    put('/later', new TextEncoder().encode('ahead'));
    expect(await Promise.all([read(fetch('/later')), read(fetch('/later'))])).toEqual(['ahead', 'ahead']);
    expect(asked).toEqual([]);
    forget();
    expect(await read(fetch('/later'))).toBe('later');
  });

  it('are unpacked once; what only looks packed comes as it is', async () => {
    const { fetch } = count([new Response(gzipSync('words')), new Response(Uint8Array.of(0x1f, 0x8b, 0, 1))]);
    expect(await read(fetch('/kept-1'))).toBe('words');
    expect(new Uint8Array(await (await fetch('/kept-2')).arrayBuffer())).toEqual(Uint8Array.of(0x1f, 0x8b, 0, 1));
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
