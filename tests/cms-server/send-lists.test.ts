import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { sendJsonList } from '../../cms/server/http/send-json.ts';

let server: Server;

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function serve(items: () => AsyncIterable<unknown>): Promise<number> {
  server = createServer((_request, response) => {
    sendJsonList(response, items()).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const get = async (port: number): Promise<unknown> => (await fetch(`http://127.0.0.1:${port}/`)).json();

it('sends a list whole, an empty one too', async () => {
  const lists = [[], [{ a: 1 }], Array.from({ length: 5_000 }, (_, index) => ({ index, text: 'あ'.repeat(100) }))];
  const remaining = [...lists];
  const port = await serve(async function* () {
    yield* remaining.shift() ?? [];
  });
  for (const list of lists) expect(await get(port)).toEqual(list);
});

it('reads no more than is taken, and stops where nobody takes it any more', async () => {
  let read = 0;
  let isStopped = false;
  const port = await serve(async function* () {
    try {
      for (; read < 2_000; read += 1) yield 'x'.repeat(100_000);
    } finally {
      isStopped = true;
    }
  });
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect.poll(() => read).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(read).toBeLessThan(500);
  socket.destroy();
  await expect.poll(() => isStopped).toBe(true);
});

it('does not pass off a list that broke off as a whole one', async () => {
  const port = await serve(async function* () {
    for (let count = 0; count < 10; count += 1) yield 'x'.repeat(100_000);
    throw new Error('broke off');
  });
  await expect(get(port)).rejects.toThrow();
});
