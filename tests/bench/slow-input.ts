/**
 * `npm run bench:slow-input -- [seconds] [seed]`: looks for inputs that keep the content check, the paste or the
 * comparison of two versions busy. Known fragments and random mixtures of them are repeated up to the size limit, each
 * in a thread of its own with a time limit; prints the slowest in milliseconds, and fails where one takes longer than a
 * second.
 */
import { listFragments, mixFragments } from './slow-input/fragments.ts';
import { createStopwatch } from './slow-input/stopwatch.ts';
import { subjects } from './slow-input/subjects.ts';

const [seconds = '60', seed = '1'] = process.argv.slice(2);
const end = performance.now() + Number(seconds) * 1_000;
const fragments = [...listFragments(), ...mixFragments(Number(seed), 3_000)];
const stopwatch = createStopwatch(longestMs());
const results: { subject: string; fragment: string; milliseconds: number }[] = [];
let tried = 0;
for (const fragment of fragments) {
  for (const subject of Object.keys(subjects)) {
    if (performance.now() > end) break;
    results.push({ subject, fragment, milliseconds: await stopwatch.measure(subject, fragment) });
    tried += 1;
  }
}
await stopwatch.close();

const slowest = results.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 25);
console.log(`${tried} inputs of ${fragments.length * Object.keys(subjects).length} tried`);
for (const { subject, fragment, milliseconds } of slowest)
  console.log(
    `${String(Math.round(milliseconds)).padStart(6)} ${subject.padEnd(22)} ${JSON.stringify(fragment.slice(0, 80))}`,
  );
process.exitCode = slowest.some(({ milliseconds }) => milliseconds > 1_000) ? 1 : 0;

/** Milliseconds after which an input is given up. */
function longestMs(): number {
  return 30_000;
}
