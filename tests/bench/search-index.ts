/**
 * Seconds, memory and files of the search index alone, without pages: `npm run bench:index [-- COUNT ...]`, of
 * generated Q&As (10,000 if none is given; 0 for the shipped ones). First from nothing, then with one text changed and
 * one entry gone: given all documents in a new process, and given only the change in the process that stays.
 */
import { fork } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { generateDocuments } from './search-index/generate-documents.ts';
import type { IndexStep } from './search-index/measure-steps.ts';

const tempFolder = path.join(tmpdir(), 'kenjinkai-bench-index');
const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [10_000]) {
  rmSync(tempFolder, { recursive: true, force: true });
  mkdirSync(tempFolder, { recursive: true });
  const input = path.join(tempFolder, 'input.jsonl');
  await writeInput(count, input);
  const rows: Row[] = [];
  for (const steps of [['initial'], ['allDocuments', 'changesOnly', 'changesOnly', 'changesOnly']])
    rows.push(...(await measure(input, path.join(tempFolder, 'index'), steps)));
  console.log(`${count === 0 ? 'The shipped' : `${count} generated`} Q&As`);
  console.table(rows);
  rmSync(tempFolder, { recursive: true, force: true });
}

/** A line of what is not a document, and one of each document. */
async function writeInput(count: number, file: string): Promise<void> {
  const { documents, ...others } = await generateDocuments(count, tempFolder);
  const lines = createWriteStream(file);
  lines.write(`${JSON.stringify(others)}\n`);
  for (const document of documents) if (!lines.write(`${JSON.stringify(document)}\n`)) await once(lines, 'drain');
  lines.end();
  await once(lines, 'finish');
}

/** The program that makes the index, and Pagefind's process below it, each by itself. */
async function measure(input: string, folder: string, steps: readonly string[]): Promise<Row[]> {
  const child = fork(path.resolve('tests/bench/search-index/measure-steps.ts'), [input, folder, ...steps]);
  const peaks = { own: 0, pagefind: 0 };
  const timer = setInterval(() => {
    peaks.own = Math.max(
      peaks.own,
      readKilobytes((fields) => fields.pid === child.pid),
    );
    peaks.pagefind = Math.max(
      peaks.pagefind,
      readKilobytes((fields) => fields.parent === child.pid),
    );
  }, 100);
  const rows: Row[] = [];
  child.on('message', ({ step, seconds, related, processorSeconds, made }: IndexStep) =>
    rows.push({
      step,
      'until related (s)': related.toFixed(2),
      'until written (s)': seconds.toFixed(2),
      'processor (s)': processorSeconds.toFixed(2),
      'texts read': made.textsRead,
      postings: made.postings,
      ...sizeOf(folder),
      'memory of documents and index (MB)': Math.round(peaks.own / 1024),
      'of Pagefind (MB)': Math.round(peaks.pagefind / 1024),
    }),
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`The index ended with ${code}.`);
  return rows;
}

function readKilobytes(isWanted: (fields: { pid: number; parent: number }) => boolean): number {
  return globSync('/proc/[0-9]*/stat').reduce((sum, file) => {
    try {
      const [pid, rest = ''] = readFileSync(file, 'utf8').split(/ \(.*\) /);
      // Fields 4 and 24 of proc(5): the parent, and pages of 4 KiB.
      const fields = rest.split(' ').map(Number);
      return isWanted({ pid: Number(pid), parent: fields[1] ?? 0 }) ? sum + (fields[21] ?? 0) * 4 : sum;
    } catch {
      return sum;
    }
  }, 0);
}

function sizeOf(folder: string): Row {
  const files = globSync('**/*', { cwd: folder })
    .map((file) => statSync(path.join(folder, file)))
    .filter((stat) => stat.isFile());
  return { files: files.length, MB: (files.reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1) };
}

type Row = Record<string, string | number>;
