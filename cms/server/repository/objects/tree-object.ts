export interface TreeEntry {
  mode: string;
  /** Bytes as Latin-1, so that a name in any encoding survives being written back. */
  name: string;
  id: string;
}

/** Entries of a tree object: `<octal mode> <name>\0<id bytes>`, one after the other. */
export function parseTree(bytes: Buffer, idBytes: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('latin1', space + 1, end),
      id: bytes.toString('hex', end + 1, end + 1 + idBytes),
    });
    at = end + 1 + idBytes;
  }
  return entries;
}

export const folderMode = '40000';

/** The bytes of a tree object. Git sorts a folder as if its name ended in a slash. */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  const sortKey = ({ name, mode }: TreeEntry): string => (mode === folderMode ? `${name}/` : name);
  const sorted = entries.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return Buffer.from(
    sorted.map(({ mode, name, id }) => `${mode} ${name}\0${Buffer.from(id, 'hex').toString('latin1')}`).join(''),
    'latin1',
  );
}
