import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * The address of whoever is asking. `X-Forwarded-For` counts only as far as trusted proxies wrote it: read from the
 * right, the first address that is no trusted proxy's. Where a proxy wrote something else, the proxy's own address is
 * all that is known.
 */
export function createClientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = readAddressList(trustedProxies);
  return (request) => {
    let client = normaliseAddress(request.socket.remoteAddress ?? '') ?? '';
    if (!isListed(trusted, client)) return client;
    const entries = (request.headersDistinct['x-forwarded-for'] ?? []).join(',').split(',');
    for (const entry of entries.reverse()) {
      const address = readEntry(entry);
      if (address === undefined) return client;
      client = address;
      if (!isListed(trusted, client)) return client;
    }
    return client;
  };
}

/** What counts as one address: an IPv4 address, or the /64 network that one IPv6 customer has. */
export function addressRange(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - rest.length).fill('0');
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}

/** The shortest form, without a zone; IPv4 inside IPv6 is IPv4. `undefined` for what is no address. */
export function normaliseAddress(text: string): string | undefined {
  const [plain = ''] = text.split('%', 1);
  if (isIP(plain) === 0) return undefined;
  if (isIPv4(plain)) return plain;
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  return [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]).join('.');
}

/** `192.0.2.1`, `192.0.2.1:443`, `2001:db8::1` or `[2001:db8::1]:443`, with or without quotes. */
function readEntry(entry: string): string | undefined {
  const text = entry.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, dotted] = /^(?:\[([0-9a-f:.]+)\](?::\d{1,5})?|(\d+(?:\.\d+){3}):\d{1,5})$/i.exec(text) ?? [];
  return normaliseAddress(bracketed ?? dotted ?? text);
}

/** Whether the connection comes from this very machine. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && isListed(loopback, address);
}

/** Single addresses and ranges such as `10.0.0.0/8`. */
export function readAddressList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

export function isListed(list: BlockList, address: string | undefined): boolean {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return list.check(plain, 'ipv4');
  return isIPv6(plain) && list.check(plain, 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
