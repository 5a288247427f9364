import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { limitConnections, type ConnectionLimits } from '../../cms/server/http/limit-connections.ts';
import { httpLimits } from '../../cms/server/http/limits.ts';

let server: Server;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function start(limits: ConnectionLimits): Promise<void> {
  server = createServer(httpLimits, (request, response) => {
    request.resume();
    request.once('end', () => response.end('answer'));
  });
  limitConnections(server, limits);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const port = () => (server.address() as AddressInfo).port;

/** Connections that send a part of a request and nothing more. */
async function openSlow(count: number, from: string, text = 'GET / HTTP/1.1\r\nHost: a'): Promise<Socket[]> {
  const opened = Array.from({ length: count }, () => connect({ port: port(), host: '127.0.0.1', localAddress: from }));
  for (const socket of opened) {
    socket.on('error', () => undefined);
    socket.write(text);
  }
  sockets.push(...opened);
  await Promise.all(
    opened.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  return opened;
}

function ask(from: string): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request({ port: port(), host: '127.0.0.1', localAddress: from, agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.once('error', () => resolve(0));
    outgoing.end();
  });
}

const askOften = async (from: string): Promise<number[]> => {
  const answers: number[] = [];
  for (let count = 0; count < 60; count += 1) answers.push(await ask(from));
  return answers;
};

it('answers everybody while one address has far more slow connections than it may', async () => {
  await start({ maxEach: 64 });
  const slow = await openSlow(520, '127.0.0.2');
  expect(slow.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(64);
  expect(new Set(await askOften('127.0.0.3'))).toEqual(new Set([200]));
});

it('answers a person behind the same address too: what keeps the server waiting longest goes first', async () => {
  await start({ maxEach: 64 });
  await openSlow(64, '127.0.0.2');
  expect(new Set(await askOften('127.0.0.2'))).toEqual(new Set([200]));
});

it('lets slow bodies go before connections that are being answered', async () => {
  await start({ maxEach: 10 });
  const slow = await openSlow(10, '127.0.0.2', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nab');
  expect(await ask('127.0.0.2')).toBe(200);
  expect(slow.filter(({ destroyed }) => destroyed).length).toBe(1);
});

it('is not in the way of a browser with six connections', async () => {
  await start({});
  expect(await Promise.all(Array.from({ length: 6 }, () => ask('127.0.0.2')))).toEqual([200, 200, 200, 200, 200, 200]);
});

it('binds a trusted proxy by the total alone', async () => {
  await start({ maxEach: 5, isTrusted: (address) => address === '127.0.0.9' });
  const slow = await openSlow(50, '127.0.0.9');
  expect(slow.every(({ destroyed }) => !destroyed)).toBe(true);
});

it('ends what is silent after its time', async () => {
  await start({ idleTimeoutMs: 300 });
  const [silent] = await openSlow(1, '127.0.0.2');
  await expect.poll(() => silent?.destroyed, { timeout: 5_000 }).toBe(true);
});
