import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createResponseCache } from '../../../src/search/response-cache.ts';
import { isPacked, unpack } from '../../../src/search/unpack.ts';

it('does not fetch what was put in ahead, until it is told to forget', async () => {
  const asked: string[] = [];
  const { fetch, put, forget } = createResponseCache((input) => {
    asked.push(String(input));
    return Promise.resolve(new Response('fetched'));
  });
  const read = async (address: string): Promise<string> => (await fetch(address)).text();
  put('/later', new TextEncoder().encode('ahead'));
  expect(await Promise.all([read('/later'), read('/later'), read('/other')])).toEqual(['ahead', 'ahead', 'fetched']);
  forget();
  expect(await read('/later')).toBe('fetched');
  expect(asked).toEqual(['/other', '/later']);
});

it('unpacks what is packed', async () => {
  const packed = new Uint8Array(gzipSync('words'));
  expect([isPacked(packed), isPacked(new TextEncoder().encode('words')), isPacked(new Uint8Array())]).toEqual([
    true,
    false,
    false,
  ]);
  expect(new TextDecoder().decode(await unpack(packed))).toBe('words');
  await expect(unpack(Uint8Array.of(0x1f, 0x8b, 0, 1))).rejects.toThrow();
});
