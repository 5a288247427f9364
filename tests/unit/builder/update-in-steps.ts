/**
 * Builds a small site, changes its content in steps, brings the site up to date after each, and compares what came of
 * it with a build from nothing: after the last step, or with `each` after every one. Writes what differs as JSON.
 *
 * `node tests/unit/builder/update-in-steps.ts FOLDER [each]`
 */
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { openSiteBuild } from '../../../src/builder/site-build.ts';
import { readBuildSettings } from '../../../src/integrations/build-settings.ts';

const [folder = '', mode] = process.argv.slice(2);
const fixture = 'tests/fixtures/site';
const contentRoot = path.join(folder, 'site');
let day = '2026-11-27';

const write = (name: string, text: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(contentRoot, name)), { recursive: true });
  writeFileSync(path.join(contentRoot, name), text);
};
const edit = (name: string, pattern: RegExp, replacement: string): void => {
  const before = readFileSync(path.join(contentRoot, name), 'utf8');
  const after = before.replace(pattern, replacement);
  if (before === after) throw new Error(`Nothing in ${name} is like ${pattern}.`);
  write(name, after);
};

for (const name of ['groups', 'topics', 'vocabulary', 'events', 'pride'])
  cpSync(path.join(fixture, 'content', name), path.join(contentRoot, 'content', name), { recursive: true });
/** Some that lead to no other, so that each can be taken away. */
const files = globSync('content/qa/**/*.mdx', { cwd: fixture })
  .sort()
  .filter((name) => !readFileSync(path.join(fixture, name), 'utf8').includes('/q/'))
  .slice(0, 10);
for (const name of files)
  write(name, readFileSync(path.join(fixture, name), 'utf8').replace(/^related:.*\n(?: +- .*\n)*/m, ''));
const [one = '', two = '', three = '', four = '', five = '', six = '', seven = '', eight = ''] = files;
const idOf = (name: string): string => path.basename(name, '.mdx');
const textOf = (name: string): string => readFileSync(path.join(fixture, name), 'utf8');
const topicOf = (name: string): string => /^topics:\s*(?:\[\s*|\n\s*- )([\w-]+)/m.exec(textOf(name))?.[1] ?? '';
const groupOf = (name: string): string => name.split('/')[2] ?? '';
const event = globSync('content/events/*.*', { cwd: fixture }).sort()[0] ?? '';
const pride = globSync('content/pride/*.*', { cwd: fixture }).sort()[0] ?? '';

const steps: Readonly<Record<string, () => void>> = {
  'the text of a Q&A': () => edit(one, /\s*$/, '\n\n書き足した文です。\n'),
  'its question, which others show as related': () =>
    edit(one, /^question: .*$/m, 'question: 書き改めた質問は、どう見えますか。'),
  'its summary': () => edit(one, /^summary: .*$/m, 'summary: 書き改めたまとめです。'),
  'an editor’s choice of a related one': () => edit(two, /^reviewBy:/m, `related: [${idOf(three)}]\nreviewBy:`),
  'the name of a topic': () => edit(`content/topics/${topicOf(one)}.yaml`, /^name: .*$/m, 'name: 新しい話題の名'),
  'the description of a topic': () =>
    edit(`content/topics/${topicOf(two)}.yaml`, /^description: .*$/m, 'description: 書き改めた説明です。'),
  'the introduction of a group': () =>
    edit(
      `content/groups/${groupOf(two)}.yaml`,
      /^introduction: .*(?:\n {2}.*)*$/m,
      'introduction: 書き改めた紹介です。',
    ),
  'a new Q&A': () => {
    const text = textOf(two)
      .replace(/^id: .*$/m, 'id: newqa222')
      .replace(/^group: .*$/m, 'group: gifu')
      .replace(/^question: .*$/m, 'question: 新しい質問は、どこに出ますか。')
      .replace(/^related:.*\n(?: +- .*\n)*/m, '');
    write('content/qa/gifu/newqa222.mdx', text);
  },
  'a former address': () => edit(three, /^reviewBy:/m, 'redirectFrom: [/q/former22/]\nreviewBy:'),
  'a picture that a text shows': () => {
    write('public/images/plan.png', PNG.sync.write(new PNG({ width: 8, height: 8 })));
    edit(four, /\s*$/, '\n\n<Figure src="/images/plan.png" alt="図" />\n');
  },
  'a picture that no text shows any more': () => edit(four, /<Figure.*\/>/, '図は外しました。'),
  'a Q&A that moves to another group': () => {
    const group = groupOf(five) === 'gifu' ? 'aichi' : 'gifu';
    edit(five, /^group: .*$/m, `group: ${group}`);
    const moved = readFileSync(path.join(contentRoot, five), 'utf8');
    rmSync(path.join(contentRoot, five));
    write(`content/qa/${group}/${path.basename(five)}`, moved);
  },
  'a Q&A that is withdrawn': () =>
    edit(six, /^status: .*$/m, 'status: withdrawn\nwithdrawn: { date: 2026-11-20, reason: 制度が変わったため }'),
  'a Q&A for members alone': () => edit(seven, /^audience: .*$/m, 'audience: members'),
  'a Q&A that is deleted': () => rmSync(path.join(contentRoot, eight)),
  'a former address that is taken back': () => edit(three, /^redirectFrom: .*\n/m, ''),
  'a word of the vocabulary': () => {
    const [file = ''] = globSync('content/vocabulary/*.yaml', { cwd: contentRoot }).sort();
    edit(file, /^synonyms:\n/m, 'synonyms:\n  - words: [質問, まとめ]\n    strength: same\n');
  },
  'an event': () => edit(event, /^summary: .*$/m, 'summary: 書き改めた催しです。'),
  'an event that is gone': () => rmSync(path.join(contentRoot, event)),
  'a まち自慢': () => edit(pride, /^title: .*$/m, 'title: 書き改めた自慢'),
  'a day after which reviews are due': () => (day = '2028-04-02'),
};

const open = (out: string) => {
  const settings = readBuildSettings({
    CARDS: 'off',
    OUT_DIR: out,
    CONTENT_ROOT: contentRoot,
    CACHE_DIR: `${out}-cache`,
  });
  return openSiteBuild({ ...settings, getDay: () => day }, (text) => process.stderr.write(`${text}\n`));
};
const digestsOf = (out: string): Map<string, string> =>
  new Map(
    globSync('**', { cwd: out, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(out, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
const compare = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file)).sort();

let from = path.join(folder, 'out-0');
const site = open(from);
await site.build();
const found: StepResult[] = [];
for (const [index, [step, change]] of Object.entries(steps).entries()) {
  const isLast = index === Object.keys(steps).length - 1;
  const to = path.join(folder, `out-${index + 1}`);
  const before = digestsOf(from);
  change();
  const isWhole = await site.update({ from, to });
  const after = digestsOf(to);
  const spoiled = compare(before, digestsOf(from));
  let stale: string[] | undefined;
  if (isLast || mode === 'each') {
    const fresh = path.join(folder, `fresh-${index + 1}`);
    await open(fresh).build();
    stale = compare(after, digestsOf(fresh));
  }
  found.push({ step, isWhole, changed: compare(before, after), spoiled, ...(stale ? { stale } : {}) });
  from = to;
}
process.stdout.write(JSON.stringify(found));

export interface StepResult {
  step: string;
  isWhole: boolean;
  /** Files that differ from the site before. */
  changed: string[];
  /** Files of the site before that were changed in their place. */
  spoiled: string[];
  /** Files that differ from a build from nothing, where there was one. */
  stale?: string[];
}
