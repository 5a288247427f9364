import { addressKey } from '../address-key.ts';
import type { AddressPart, AddressParts, IndexDocument, UnsearchedPage } from '../index-format.ts';

/** Writes in parts which page stands at which address; returns the file that names them. */
export async function writeAddresses(
  pages: readonly IndexDocument[],
  unsearched: readonly UnsearchedPage[],
  write: (value: AddressPart | AddressParts) => Promise<string>,
): Promise<string> {
  const targets = new Map<string, AddressPart[number][1]>();
  for (const { url, title, addresses } of unsearched)
    for (const at of addresses) targets.set(addressKey(at), { url, title });
  for (const [place, { addresses = [] }] of pages.entries())
    for (const at of addresses) targets.set(addressKey(at), place);
  const entries = [...targets].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: [string, string][] = [];
  for (let from = 0; from < entries.length; from += entriesInPart) {
    const part = entries.slice(from, from + entriesInPart);
    parts.push([part[0]?.[0] ?? '', await write(part)]);
  }
  return write(parts);
}

/** About 3 KB compressed: who pastes one address needs one part. */
const entriesInPart = 400;
