import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { prefectureIds } from '../../src/schema/prefectures.ts';
import type { Qa } from '../../src/schema/qa.ts';

/**
 * Writes `count` Q&As below `root`, made by mixing the paragraphs of the shipped ones, with the shipped topics, groups
 * and vocabulary. The same seed gives the same files.
 */
export function generateContent(root: string, count: number, seed = 1): void {
  rmSync(root, { recursive: true, force: true });
  cpSync('content', path.join(root, 'content'), { recursive: true });
  cpSync('public', path.join(root, 'public'), { recursive: true });
  const shipped = globSync('content/qa/**/*.mdx')
    .sort()
    .map((file) => readQa(file));
  rmSync(path.join(root, 'content/qa'), { recursive: true });
  const pick = picker(seed);
  const paragraphs = shipped.flatMap(({ body }) =>
    // A text that names an article of a law wants the law in its facts.
    body
      .split(/\n{2,}/)
      .filter((paragraph) => /^[^#<|\-*\d[:>]/.test(paragraph) && !/<|\[\^|\]\(|第\d+条/.test(paragraph)),
  );
  const headings = shipped.flatMap(({ body }) => body.match(/^## .+$/gm) ?? []);
  for (const group of prefectureIds) mkdirSync(path.join(root, 'content/qa', group), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const { qa } = pick(shipped);
    const group = pick(prefectureIds);
    const id = `g${index.toString(36).padStart(7, '0')}`;
    const entry = {
      ...qa,
      id,
      group,
      question: `${qa.question.replace(/。$/, '').slice(0, 90)}（${firstAlias(pick(shipped).qa)} ${index}）`,
      related: [],
      redirectFrom: [],
      answers: qa.answers.map((answer) => ({ ...answer, text: [pick(paragraphs), pick(paragraphs)].join('\n\n') })),
    };
    const body = Array.from({ length: 4 }, () =>
      [pick(headings), pick(paragraphs), pick(paragraphs)].join('\n\n'),
    ).join('\n\n');
    writeFileSync(path.join(root, 'content/qa', group, `${id}.mdx`), `---\n${stringify(entry)}---\n\n${body}\n`);
  }
}

/** In the words of the site, which the content check asks for. */
function firstAlias({ aliases }: Qa): string {
  return aliases[0]?.slice(0, 20).replaceAll('手続き', '手続') ?? '';
}

function readQa(file: string): { qa: Qa; body: string } {
  const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  return { qa: parse(frontMatter) as Qa, body };
}

/** A small linear congruential generator: good enough to mix paragraphs, the same everywhere. */
function picker(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed;
  return (items) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const item = items[Math.floor((state / 2_147_483_648) * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
}
