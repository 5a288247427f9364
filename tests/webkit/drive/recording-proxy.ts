import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/**
 * Stands before a built site, because WebKit's driver tells nothing of its console: each page first loads a script that
 * writes down errors and broken rules of the policy. It can also cut the line for addresses that match a pattern.
 */
export async function openRecordingProxy(origin: string): Promise<RecordingProxy> {
  let cut: RegExp | undefined;
  const server = createServer((asked, answer) => {
    if (cut?.test(asked.url ?? '')) return void asked.socket.destroy();
    if (asked.url === recorderPath)
      return void answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(recorder);
    passOn(origin, asked, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    cut: (pattern) => {
      cut = pattern;
      server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(origin: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { 'accept-encoding': _packed, ...headers } = asked.headers;
  const onward = request(
    new URL(asked.url ?? '/', origin),
    { method: asked.method ?? 'GET', headers: { ...headers, host: new URL(origin).host } },
    (response) => {
      if (!response.headers['content-type']?.startsWith('text/html')) {
        answer.writeHead(response.statusCode ?? 500, response.headers);
        return void response.pipe(answer);
      }
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const page = Buffer.concat(parts)
          .toString()
          .replace('<meta name="viewport"', `<script src="${recorderPath}"></script>$&`);
        const { 'content-length': _length, ...kept } = response.headers;
        answer.writeHead(response.statusCode ?? 500, kept).end(page);
      });
    },
  );
  onward.on('error', () => asked.socket.destroy());
  asked.pipe(onward);
}

const recorderPath = '/recorder.js';
const recorder = `
  window.problems = [];
  addEventListener('error', (event) => problems.push('error: ' + (event.message || event.target.src || event.target.href)), true);
  addEventListener('unhandledrejection', (event) => problems.push('rejection: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => problems.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
`;

export interface RecordingProxy {
  /** Home page. */
  address: string;
  /** Ends every connection for an address that matches, from now on; undefined: none. */
  cut: (pattern: RegExp | undefined) => void;
  close: () => void;
}
