import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { indexPart, manifestFile, type Manifest } from '../../../src/search/index-format.ts';
import { endBefore } from '../../../src/search/indexing/write-index-parts.ts';
import { packEnds } from '../../../src/search/part-ends.ts';

/** Reads and changes the files of an index that has been written to `folder`. */
export function openIndexFiles(folder: string): IndexFiles {
  const read = (file: string): Buffer => readFileSync(path.join(folder, file));
  const write = (file: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, file), content);
  const manifest = (): Opened => JSON.parse(read(manifestFile).toString()) as Opened;
  const changeManifest = (change: Partial<Manifest>): void =>
    write(manifestFile, JSON.stringify({ ...manifest(), ...change }));
  return {
    folder,
    read,
    write,
    manifest,
    changeManifest,
    readParts: () => {
      const { parts } = manifest().opening;
      const count = readdirSync(path.join(folder, path.dirname(indexPart(parts, 0)))).length;
      return Array.from({ length: count }, (_, number) => {
        const [words] = decode(unsign(gunzipSync(read(indexPart(parts, number))))) as [Word[]];
        return words;
      });
    },
    writeParts: (parts) => {
      const { opening } = manifest();
      const names = parts.map((_, number) => indexPart(opening.parts, number));
      rmSync(path.join(folder, path.dirname(names[0] ?? '')), { recursive: true });
      mkdirSync(path.join(folder, path.dirname(names[0] ?? '')));
      for (const [number, words] of parts.entries()) write(names[number] ?? '', pack(encode([words])));
      const ends = parts.map((words, number) => endBefore(words.at(-1)?.[0] ?? '', parts[number + 1]?.[0]?.[0]));
      write(opening.ends, JSON.stringify(packEnds(ends)));
    },
  };
}

/** As each file of Pagefind lies on a server. */
export function pack(content: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(signature), content]), { level: 9 });
}

function unsign(content: Buffer): Uint8Array {
  return new Uint8Array(content.subarray(signature.length));
}

const signature = 'pagefind_dcd';

export interface IndexFiles {
  readonly folder: string;
  readonly read: (file: string) => Buffer;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly manifest: () => Opened;
  readonly changeManifest: (change: Partial<Manifest>) => void;
  readonly readParts: () => Word[][];
  readonly writeParts: (parts: readonly (readonly Word[])[]) => void;
}

type Opened = Manifest & Required<Pick<Manifest, 'opening'>>;
/** A word of an index part with its pages, each with its distance, the places in its text, and what we leave out. */
export type Word = [
  name: string,
  pages: [distance: number, places: number[], ...others: unknown[]][],
  ...rest: unknown[],
];
