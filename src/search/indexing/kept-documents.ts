import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { IndexDocument } from '../index-format.ts';
import { replaceFile } from './put-in-place.ts';

/** Which index left its documents in a `stateFolder`; '' if none did. */
export async function stateOf(stateFolder: string): Promise<string> {
  for await (const line of readLines(stateFolder)) return line;
  return '';
}

/** The documents of the last index as they are after the changes. Throws where another index was the last. */
export async function openDocuments(
  stateFolder: string,
  { documents, removed, since }: DocumentChanges,
): Promise<IndexDocument[]> {
  const gone = new Set([...removed, ...documents.map(({ id }) => id)]);
  const kept: IndexDocument[] = [];
  let state: string | undefined;
  for await (const line of readLines(stateFolder)) {
    if (state === undefined) {
      state = line;
      if (line !== since) break;
      continue;
    }
    const document = JSON.parse(line) as IndexDocument;
    if (!gone.has(document.id)) kept.push(document);
  }
  if (state === undefined || state !== since) throw new Error('The documents are not known since which these changed.');
  return [...kept, ...documents];
}

/** A line each, so that no text of all of them is ever held. Returns by what `stateOf` knows them. */
export async function keepDocuments(stateFolder: string, documents: readonly IndexDocument[]): Promise<string> {
  const state = randomUUID();
  await replaceFile(path.join(stateFolder, fileName), async (next) => {
    const handle = await open(next, 'w');
    try {
      await handle.write(`${state}\n`);
      for (let from = 0; from < documents.length; from += linesAtOnce) {
        const lines = documents.slice(from, from + linesAtOnce).map((document) => `${JSON.stringify(document)}\n`);
        await handle.write(lines.join(''));
      }
    } finally {
      await handle.close();
    }
  });
  return state;
}

async function* readLines(stateFolder: string): AsyncGenerator<string> {
  const handle = await open(path.join(stateFolder, fileName)).catch(() => undefined);
  if (!handle) return;
  try {
    let rest: Buffer = Buffer.alloc(0);
    const chunk = Buffer.alloc(bytesAtOnce);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, bytesAtOnce, null);
      if (bytesRead === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let from = 0;
      for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
        yield bytes.toString('utf8', from, end);
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    await handle.close();
  }
}

const fileName = 'documents.jsonl';
const linesAtOnce = 500;
const bytesAtOnce = 4_000_000;
const lineEnd = 10;

export interface DocumentChanges {
  /** New ones, and those that are not what they were. */
  readonly documents: readonly IndexDocument[];
  /** Ids of those that are searched no more. */
  readonly removed: readonly string[];
  /** What `MadeIndex` told of the index to which these are the changes. */
  readonly since: string;
}
