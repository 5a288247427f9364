import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebKitPlaces } from '../../../src/cli/browser/find-webkit.ts';
import { WebDriver } from './web-driver.ts';

/**
 * WebKitGTK's small browser under its driver, on a screen of its own that nobody sees. Without a window manager no
 * window has the focus. `close` ends all of it, also after a failure.
 */
export async function startWebKit({ driver, browser, screen, windows }: WebKitPlaces): Promise<StartedWebKit> {
  const started: ChildProcess[] = [];
  const close = (): void => started.splice(0).reverse().forEach(end);
  try {
    const display = await startScreen(screen, started);
    const env = { ...process.env, ...settings, DISPLAY: display };
    started.push(spawn(windows, [], { env, stdio: 'ignore', detached: true }));
    const port = await findFreePort();
    started.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore', detached: true }));
    const server = `http://127.0.0.1:${port}`;
    await untilReady(server);
    const web = await WebDriver.open(server, {
      // A question of the page that nobody answers would stop everything without a word.
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    });
    return { web, close: async () => void (await web.close().catch(() => undefined), close()) };
  } catch (error) {
    close();
    throw error;
  }
}

/** No accessibility bus, for which the browser would wait until a timeout, and no graphics card. */
const settings = {
  LANG: 'ja_JP.UTF-8',
  LANGUAGE: 'ja',
  TZ: 'Asia/Tokyo',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};

async function startScreen(command: string, started: ChildProcess[]): Promise<string> {
  // Xvfb chooses a free number and tells it in the file descriptor it is given.
  const child = spawn(command, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  started.push(child);
  const displayPipe = child.stdio[3];
  if (!displayPipe) throw new Error('Xvfb has no pipe.');
  const [number] = (await Promise.race([
    once(displayPipe, 'data'),
    once(child, 'exit').then(() => ['']),
    once(child, 'error').then(() => ['']),
  ])) as [Buffer | string];
  if (String(number).trim() === '') throw new Error('Xvfb did not start.');
  return `:${String(number).trim()}`;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(server: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isReady = await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** With all that it started: the driver leaves its browser behind when it is ended. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export interface StartedWebKit {
  web: WebDriver;
  close: () => Promise<void>;
}
