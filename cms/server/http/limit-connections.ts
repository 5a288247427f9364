import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Bounds the connections of one address and of all. Where an address has too many, the one of them goes that has kept
 * the server waiting longest, so that nobody is kept out by slow connections of others behind the same address, and the
 * new one goes only where all others are being answered. A trusted proxy brings everybody's connections and is bound by
 * the total alone.
 */
export function limitConnections(server: Server, limits: ConnectionLimits = {}): void {
  const { isTrusted = () => false, maxEach = 256, maxTogether = 2_000, idleTimeoutMs = 120_000 } = limits;
  const connections = new Map<string, Map<string, Connection>>();
  server.maxConnections = maxTogether;
  server.maxRequestsPerSocket = 1_000;
  // Whoever asks for much and does not read it would have it kept in memory.
  server.timeout = idleTimeoutMs;

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || isTrusted(address)) return;
    const own = connections.get(address) ?? new Map<string, Connection>();
    connections.set(address, own);
    const key = keyOf(socket);
    own.set(key, { socket, isAnswered: false, request: undefined });
    socket.once('close', () => {
      own.delete(key);
      if (own.size === 0 && connections.get(address) === own) connections.delete(address);
    });
    if (own.size > maxEach) findSlowest(own, key).socket.destroy();
  });

  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(request.socket.remoteAddress ?? '')?.get(keyOf(request.socket));
    if (!connection) return;
    connection.request = request;
    response.once('close', () => {
      connection.request = undefined;
      connection.isAnswered = true;
    });
  });
}

/** The oldest that has not finished a request, then the oldest that idles after one, then the newest. */
function findSlowest(own: ReadonlyMap<string, Connection>, newest: string): Connection {
  const others = [...own].filter(([key]) => key !== newest).map(([, connection]) => connection);
  const silent = others.find(({ request, isAnswered }) => request === undefined && !isAnswered);
  const sending = others.find(({ request }) => request?.complete === false);
  const idle = others.find(({ request }) => request === undefined);
  const found = silent ?? sending ?? idle ?? own.get(newest);
  if (!found) throw new Error('no connection');
  return found;
}

/** An encrypted connection is another object than the socket below it; the ports are the same. */
function keyOf(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${socket.remotePort ?? 0}`;
}

interface Connection {
  socket: Socket;
  /** Whether it has had an answer before. */
  isAnswered: boolean;
  /** What is being answered. */
  request: IncomingMessage | undefined;
}

export interface ConnectionLimits {
  /** Whether the address is that of a proxy through which everybody comes. */
  isTrusted?: (address: string) => boolean;
  maxEach?: number;
  maxTogether?: number;
  /** After which a connection ends over which nothing was sent in either direction. */
  idleTimeoutMs?: number;
}
