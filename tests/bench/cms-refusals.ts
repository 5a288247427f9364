/**
 * `npm run bench:refusals [-- seconds [heapMegabytes]]`: a server with a small heap, and requests without a token as
 * fast as 50 connections send them. Prints what was answered, the memory of the server before, at most and after, and
 * the sizes of its logs; fails where the server ended.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { makeRepository } from '../cms-server/sample-repository.ts';

const seconds = Number(process.argv[2] ?? 90);
const heap = Number(process.argv[3] ?? 512);
const repository = makeRepository();
const port = await findPort();
const server = spawn(
  process.execPath,
  [`--max-old-space-size=${heap}`, 'src/cli/cms-server.ts', '--repository', repository.root, '--port', String(port)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
let hasEnded = false;
server.once('exit', () => (hasEnded = true));
await new Promise((resolve) => server.stdout.once('data', resolve));
await new Promise((resolve) => setTimeout(resolve, 3_000));

const before = memoryOf(server.pid);
let most = before;
const sampling = setInterval(() => (most = Math.max(most, memoryOf(server.pid))), 250);
const end = performance.now() + seconds * 1_000;
const answers = new Map<string, number>();
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
await Promise.all(
  Array.from({ length: 50 }, async () => {
    while (performance.now() < end && !hasEnded) {
      const status = await ask();
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  }),
);
clearInterval(sampling);
agent.destroy();
await new Promise((resolve) => setTimeout(resolve, 2_000));
console.log(
  `${seconds} s, heap ${heap} MB: ${[...answers].map(([status, count]) => `${status}: ${count}`).join(', ')}`,
);
console.log(
  `memory in MB: ${before} before, ${most} at most, ${memoryOf(server.pid)} after; server ${hasEnded ? 'ended' : 'is up'}`,
);
process.exitCode = hasEnded ? 1 : 0;
if (!hasEnded) {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
}
const logs = path.join(repository.root, '.git/kenjinkai-cms');
for (const name of readdirSync(logs).filter((name) => name.includes('jsonl'))) {
  console.log(`${name}: ${Math.round(statSync(path.join(logs, name)).size / 1_024)} KB`);
}
repository.remove();

function ask(): Promise<string> {
  const headers = { Host: `localhost:${port}`, Origin: `http://localhost:${port}`, 'Content-Type': 'application/json' };
  return new Promise((resolve) => {
    const outgoing = request(
      { port, host: '127.0.0.1', agent, method: 'POST', path: '/api/cms/v1', headers },
      (response) => {
        response.resume();
        response.once('end', () => resolve(String(response.statusCode)));
      },
    );
    outgoing.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    outgoing.end('{"action":"info"}');
  });
}

/** Resident memory in megabytes. */
function memoryOf(pid: number | undefined): number {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1_024,
    );
  } catch {
    return 0;
  }
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
