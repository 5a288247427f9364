import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Starts the server, and again after each kill. What it complains of is kept for the report. */
export async function openServerProcess(root: string, accountsFile: string): Promise<ServerProcess> {
  const port = await findFreePort();
  const complaints: string[] = [];
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const program = path.join(import.meta.dirname, 'server-program.ts');
    for (let triesLeft = 60; ; triesLeft -= 1) {
      const started = spawn(process.execPath, [program, root, String(port), accountsFile], {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let text = '';
      started.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const isReady = await new Promise<boolean>((resolve) => {
        started.stdout.once('data', () => resolve(true));
        started.once('close', () => resolve(false));
      });
      started.once('close', () => text !== '' && complaints.push(text));
      if (isReady) return;
      // A full disk keeps it from starting until there is room again.
      if (triesLeft === 0) throw new Error(`the server does not start: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM', isWithGit: boolean): Promise<void> {
    const ending = child;
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const isClosed = new Promise((resolve) => ending.once('close', resolve));
    process.kill(isWithGit ? -ending.pid : ending.pid, signal);
    await isClosed;
  }

  await start();
  return {
    port,
    complaints,
    restart: async (isWithGit) => {
      await end('SIGKILL', isWithGit);
      await start();
    },
    stop: () => end('SIGTERM', false),
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface ServerProcess {
  port: number;
  complaints: readonly string[];
  /** Kills the server at once, with or without its Git commands, and starts it again. */
  restart: (isWithGit: boolean) => Promise<void>;
  stop: () => Promise<void>;
}
