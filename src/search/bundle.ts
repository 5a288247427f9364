/** Several files as one: a line of JSON that names each with its length, then their bytes. */
export function joinFiles(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${JSON.stringify(files.map(({ name, bytes }) => [name, bytes.length]))}\n`);
  const joined = new Uint8Array(files.reduce((total, { bytes }) => total + bytes.length, head.length));
  joined.set(head);
  let from = head.length;
  for (const { bytes } of files) {
    joined.set(bytes, from);
    from += bytes.length;
  }
  return joined;
}

/** What `joinFiles` was given; the bytes are views into `joined`. */
export function splitFiles(joined: Uint8Array<ArrayBuffer>): NamedFile[] {
  let from = joined.indexOf(newLine) + 1;
  const head = JSON.parse(new TextDecoder().decode(joined.subarray(0, from))) as readonly (readonly [string, number])[];
  return head.map(([name, length]) => {
    const bytes = joined.subarray(from, from + length);
    from += length;
    return { name, bytes };
  });
}

const newLine = 10;

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
