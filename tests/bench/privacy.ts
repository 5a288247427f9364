/**
 * `npm run bench:privacy [-- --show]`: how much of what is personal in the labelled sentences is found (recall), and
 * how much of what is found is personal (precision), for the half that the rules were worked on with and for the half
 * that nobody looked at. Fails where an aim is missed. `--show` prints what went wrong in the first half, and never
 * in the second.
 */
import { findPersonalInformation } from '../../src/privacy/find-personal-information.ts';
import { members, readSentences, type Sentence } from './privacy/read-sentences.ts';

const aims: Readonly<Record<string, number>> = {
  number: 0.98,
  mail: 0.98,
  name: 0.95,
  member: 0.95,
  'other name': 0.9,
  address: 0.9,
};
const precisionAim = 0.95;

const sentences = await readSentences();
const isShowing = process.argv.includes('--show');
const halves = ['worked on', 'unseen'] as const;
const measured = halves.map((half) => measure(sentences.filter((sentence) => sentence.half === half)));
console.log(
  `${sentences.length} sentences, ${sentences.filter(({ marks }) => marks.length === 0).length} of them traps`,
);
console.log(`${''.padEnd(12)} ${'aim'.padEnd(5)} ${halves.map((half) => half.padEnd(22)).join(' ')}`);
for (const [group, aim] of Object.entries(aims)) print(group, aim, ({ recall }) => recall.get(group));
print('precision', precisionAim, ({ precision }) => precision);

function measure(half: readonly Sentence[]): Measured {
  const recall = new Map<string, Count>();
  const precision = { right: 0, all: 0 };
  for (const { text, marks, group, half: name } of half) {
    const findings = findPersonalInformation(text, group === 'member' ? { names: members } : {});
    const count = recall.get(group) ?? { right: 0, all: 0 };
    recall.set(group, count);
    const missed = marks.filter((mark) => !findings.some((finding) => isTouching(finding, mark)));
    const wrong = findings.filter((finding) => !marks.some((mark) => isTouching(finding, mark)));
    count.all += marks.length;
    count.right += marks.length - missed.length;
    precision.all += findings.length;
    precision.right += findings.length - wrong.length;
    if (!isShowing || name === 'unseen') continue;
    for (const { start, end } of missed) console.log(`missed ${group}: ${text.slice(start, end)} | ${text}`);
    for (const { start, end, kind } of wrong) console.log(`wrong ${kind}: ${text.slice(start, end)} | ${text}`);
  }
  return { recall, precision };
}

function isTouching(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}

function print(what: string, aim: number, read: (half: Measured) => Count | undefined): void {
  const cells = measured.map((half) => {
    const { right, all } = read(half) ?? { right: 0, all: 0 };
    const share = all === 0 ? 0 : right / all;
    if (share < aim) process.exitCode = 1;
    return `${share.toFixed(3)} (${right} of ${all})${share < aim ? ' !' : ''}`.padEnd(22);
  });
  console.log(`${what.padEnd(12)} ${aim.toFixed(2).padEnd(5)} ${cells.join(' ')}`);
}

interface Measured {
  recall: Map<string, Count>;
  precision: Count;
}

interface Count {
  right: number;
  all: number;
}
