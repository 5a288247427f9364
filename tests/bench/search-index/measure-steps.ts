/**
 * Child process of `tests/bench/search-index.ts`: makes the index once for each step in its arguments and sends a
 * measurement after each. Steps: `initial` (from nothing), `allDocuments` (all documents again, one of them changed and
 * one removed), `changesOnly` (the same change without the other documents).
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { stateOf } from '../../../src/search/indexing/kept-documents.ts';
import { makeIndex, type IndexInput, type MadeIndex } from '../../../src/search/indexing/make-index.ts';
import type { IndexDocument } from '../../../src/search/index-format.ts';

const [, , input = '', folder = '', ...steps] = process.argv;
const stateFolder = `${folder}-state`;
let others: Pick<IndexInput, 'vocabulary' | 'places' | 'site'> = { vocabulary: [], places: [] };
let documents: IndexDocument[] = [];
await read();

for (const [number, step] of steps.entries()) {
  const index = Math.floor((documents.length * (number + 1)) / (steps.length + 2));
  const changed = edit(documents[index], number);
  const gone = documents[index + 1]?.id ?? '';
  const given =
    step === 'initial'
      ? { documents }
      : step === 'allDocuments'
        ? { documents: documents.flatMap((each) => (each.id === gone ? [] : each.id === changed.id ? changed : each)) }
        : { changes: { documents: [changed], removed: [gone], since: await stateOf(stateFolder) } };
  const started = performance.now();
  const before = process.cpuUsage();
  let related = 0;
  const made = await makeIndex({ ...others, ...given, folder, stateFolder }, () => (related = performance.now()));
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    step,
    made,
    seconds: (performance.now() - started) / 1000,
    related: (related - started) / 1000,
    processorSeconds: (user + system) / 1e6,
  } satisfies IndexStep);
  // Only `changes` are given from here on; the documents that were edited or removed are not used again.
  if (step === 'allDocuments') documents = documents.slice(index + 2);
}
process.disconnect();

/** Line by line, so that the whole file is never held in memory. */
async function read(): Promise<void> {
  let isFirst = true;
  for await (const line of createInterface({ input: createReadStream(input) })) {
    if (isFirst) others = JSON.parse(line) as typeof others;
    else documents.push(JSON.parse(line) as IndexDocument);
    isFirst = false;
  }
}

function edit(document: IndexDocument | undefined, number: number): IndexDocument {
  if (!document) throw new Error('There is nothing to change.');
  return { ...document, summary: `${document.summary}${number}回目に書き足しました。` };
}

export interface IndexStep {
  readonly step: string;
  readonly made: MadeIndex;
  readonly seconds: number;
  /** Until related questions were known. */
  readonly related: number;
  readonly processorSeconds: number;
}
