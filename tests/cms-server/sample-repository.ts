import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A repository with a little of everything in it, in a folder of its own. */
export function makeRepository({
  isBare = false,
  files = {},
  objectFormat = 'sha1',
  parent = tmpdir(),
}: SampleOptions = {}): SampleRepository {
  const folder = mkdtempSync(path.join(parent, 'cms-server-'));
  const root = path.join(folder, isBare ? 'bare.git' : 'clone');
  copyStart({ isBare, files: { ...baseFiles, ...files }, objectFormat }, folder);
  // The copy's files are others than those that the index has seen.
  if (!isBare) execFileSync('git', ['update-index', '-q', '--refresh'], { cwd: root, env: bareEnvironment });
  return {
    root,
    folder,
    git: (...args) =>
      execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        env: bareEnvironment,
        stdio: ['ignore', 'pipe', 'pipe'],
      }).trim(),
    write: (name, text) => write(root, name, text),
    commit: (message) => {
      execFileSync('git', ['add', '-A'], { cwd: root, env: bareEnvironment });
      execFileSync(
        'git',
        ['-c', 'user.name=保守', '-c', 'user.email=keeper@example.jp', 'commit', '-q', '-m', message],
        { cwd: root, env: bareEnvironment },
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A repository as each test begins with it is made once: to copy it takes a third of the time that Git takes. */
const starts = new Map<string, string>();
let startsFolder: string | undefined;

function copyStart(options: Start, folder: string): void {
  const key = JSON.stringify(options);
  let start = starts.get(key);
  if (start === undefined) {
    start = makeStart(options);
    starts.set(key, start);
  }
  cpSync(start, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

/** Makes the folders `clone` and perhaps `bare.git` in one of their own. */
function makeStart({ isBare, files, objectFormat }: Start): string {
  const folder = mkdtempSync(path.join((startsFolder ??= makeStartsFolder()), 'start-'));
  const clone = path.join(folder, 'clone');
  mkdirSync(clone);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: clone, env: bareEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main', `--object-format=${objectFormat}`);
  for (const [name, text] of Object.entries(files)) write(clone, name, text);
  git('add', '-A');
  git('-c', 'user.name=準備', '-c', 'user.email=setup@example.jp', 'commit', '-q', '-m', 'Start');
  if (isBare) git('clone', '-q', '--bare', '.', path.join(folder, 'bare.git'));
  return folder;
}

/** Deleted when the process ends. */
function makeStartsFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cms-server-starts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The text of a question that the build accepts. */
export function qaText(
  id: string,
  {
    question = '庁舎の引越しで、業者はいつまでに決めればよいですか。',
    group = 'gifu',
    body = '契約の前に、荷物の量を部署ごとに数えます。',
    extra = '',
  } = {},
): string {
  return `---
id: ${id}
question: ${question}
summary: 開庁日の半年前までに決め、3か月前には現地を一緒に歩きます。
answers:
  - by:
      kind: city
      population: from-100k
      prefecture: ${group}
    date: 2026-04-10
    text: |
      半年前に仕様を固めました。
topics:
  - office-move
group: ${group}
asked: 2026-04-01
status: current
reviewBy: 2027-04-01
audience: public
provenance: sample
${extra}---

${body}
`;
}

export const qaPath = (id: string, group = 'gifu'): string => `content/qa/${group}/${id}.mdx`;

/** Neither the machine's nor the user's settings: no identity, no hooks, no safe folders. */
const bareEnvironment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function write(root: string, name: string, text: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function groupText(code: string, name: string, kana: string, neighbour: string, column: number): string {
  return `code: '${code}'
name: ${name}
kana: ${kana}
groupName: ${name}人会
region: chubu
neighbours:
  - ${neighbour}
tile:
  column: ${column}
  row: 5
introduction: 試験のための紹介文です。
`;
}

const baseFiles: Record<string, string> = {
  '.gitignore': 'dist/\n',
  'package.json': '{ "name": "sample" }\n',
  'content/groups/gifu.yaml': groupText('21', '岐阜県', 'ぎふけん', 'aichi', 9),
  'content/groups/aichi.yaml': groupText('23', '愛知県', 'あいちけん', 'gifu', 10),
  'content/topics/office-move.yaml':
    'name: 庁舎移転\nkana: ちょうしゃいてん\norder: 1\ndescription: 庁舎の移転に関わること。\n',
  'content/qa/gifu/aaaa2222.mdx': qaText('aaaa2222'),
  'content/qa/aichi/bbbb3333.mdx': qaText('bbbb3333', {
    group: 'aichi',
    question: '開庁日の朝は、どんな順番で窓口を開ければよいですか。',
  }),
};

interface Start {
  isBare: boolean;
  files: Record<string, string>;
  objectFormat: 'sha1' | 'sha256';
}

interface SampleOptions extends Partial<Start> {
  /** Folder in which the repository's own is made. */
  parent?: string;
}

export interface SampleRepository {
  /** The clone, or the bare repository. */
  root: string;
  /** Holds everything; other files of a test may go there. */
  folder: string;
  git: (...args: string[]) => string;
  write: (name: string, text: string) => void;
  commit: (message: string) => void;
  remove: () => void;
}
