import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { digestValue } from '../../../src/lint/privacy-digest.ts';
import { qa as soundQaWith, soundQa } from '../lint/content.ts';
import { makeSite, pictureBytes, sitePictures, type Files } from '../../fuzz/make-site.ts';

/** Lays out a site of random entries, right and wrong ones, and hands it to a changer. */
export function plantSite(root: string, seed: number): SiteChanger {
  const files: Files = {};
  const changer = changeAtRandom(root, seed, files);
  for (const [file, source] of Object.entries(makeSite(seed, 12))) changer.write(file, source);
  for (const picture of sitePictures) changer.write(`public${picture}`, pictureBytes);
  changer.write(
    'content/privacy-exceptions.yaml',
    stringify([
      { file: phoneFile, kind: 'phone', value: phoneMark, reason: '公式サイトの代表番号のため', date: '2026-05-01' },
    ]),
  );
  changer.write(phoneFile, qa('phone222', '代表番号は03-1234-5678です。'));
  return changer;
}

function changeAtRandom(root: string, seed: number, files: Files): SiteChanger {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  const write = (file: string, source: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
    if (typeof source === 'string') files[file] = source;
  };
  const remove = (file: string): void => {
    rmSync(path.join(root, file), { force: true });
    Reflect.deleteProperty(files, file);
  };
  const one = (start: string): string => pick(Object.keys(files).filter((file) => file.startsWith(start)));
  const edit = (file: string, change: (source: string) => string): void => {
    write(file, change(files[file] ?? readFileSync(path.join(root, file), 'utf8')));
  };
  const setField = (file: string, name: string, value: unknown): void =>
    edit(file, (source) => {
      if (file.endsWith('.mdx')) return source.replace(/^---\n/, `---\n${stringify({ [name]: value })}`);
      return stringify({ ...(parse(source) as object), [name]: value });
    });
  let count = 0;
  const changes: Record<string, () => void> = {
    'a sentence more': () => edit(one('content/qa/'), (source) => `${source}\n追記${(count += 1)}です。\n`),
    'a link to a question': () =>
      edit(one('content/qa/'), (source) => `${source}\n[前の質問](/q/${pick(['phone222', 'zzzz2222'])}/)\n`),
    'a picture': () =>
      edit(one('content/qa/'), (source) => `${source}\n![図](${pick([...sitePictures, '/images/none.png'])})\n`),
    'a new entry': () => write(`content/qa/gifu/new${(count += 1)}222.mdx`, qa(`new${count}222`, '本文です。')),
    'the same question twice': () =>
      write(
        `content/qa/gifu/twin${(count += 1)}22.mdx`,
        qa(`twin${count}22`, '本文です。', '同じ質問はここにもありますか。'),
      ),
    'an entry for members': () =>
      write(`content/qa/gifu/phone222.mdx`, qa('phone222', '内緒です。').replace('public', 'members')),
    'one entry fewer': () => remove(one('content/')),
    'another name': () => {
      const file = one('content/qa/');
      const other = file.replace(/[^/]+$/, `moved${(count += 1)}22.mdx`);
      renameSync(path.join(root, file), path.join(root, other));
      files[other] = files[file] ?? '';
      Reflect.deleteProperty(files, file);
    },
    'YAML that is broken': () => edit(one('content/'), (source) => source.replace(/: /, ': [')),
    'a text that is refused': () => edit(one('content/qa/'), (source) => `${source}\n<script>{x}</script>\n`),
    'a phone number': () => edit(one('content/qa/'), (source) => `${source}\n電話は090-1234-567${below(10)}です。\n`),
    'the judged number elsewhere': () =>
      write(phoneFile, qa('phone222', `代表は${pick(['03-1234-5678', '03-1234-5679'])}です。`)),
    'a topic with another name': () => setField(one('content/topics/'), 'name', pick(['防災', '庁舎', ' 誤り'])),
    'a topic below another': () => setField(one('content/topics/'), 'parent', pick(['topic-a', 'topic-0', 'none'])),
    'words that are not the same': () => write('content/vocabulary/more-1.yaml', words(pick(['same', 'near']))),
    'the same words in another file': () => write('content/vocabulary/more-2.yaml', words(pick(['same', 'near']))),
    'an exception fewer or more': () =>
      write(
        'content/privacy-exceptions.yaml',
        pick([
          '[]\n',
          '- file: x\n',
          stringify([
            {
              file: phoneFile,
              kind: 'phone',
              value: phoneMark,
              reason: '公式サイトの代表番号のため',
              date: '2026-12-01',
            },
          ]),
        ]),
      ),
    'a picture more': () => write(`public/images/more-${below(3)}.png`, pictureBytes),
    'a damaged picture': () => write(`public/images/more-${below(3)}.png`, pictureBytes.subarray(0, 20 + below(20))),
    'a picture fewer': () => rmSync(path.join(root, `public/images/more-${below(3)}.png`), { force: true }),
    'a stray file': () => write(`content/topics/stray-${below(3)}.txt`, 'x'),
    'a file that only looks changed': () => edit(one('content/'), (source) => source),
  };
  let left: string[] = [];
  return {
    write,
    remove,
    files,
    kinds: Object.keys(changes).length,
    changeOne: () => {
      if (left.length === 0) left = Object.keys(changes);
      const name = pick(left);
      left = left.filter((other) => other !== name);
      changes[name]?.();
      return name;
    },
  };
}

const phoneFile = 'content/qa/gifu/phone222.mdx';
const phoneMark = digestValue({ file: phoneFile, kind: 'phone', value: '0312345678' });

function words(strength: string): string {
  return stringify({ synonyms: [{ words: ['給与', '給料'], strength }] });
}

function qa(id: string, body: string, question = `${id}の引越しの業者はいつ決めればよいですか。`): string {
  const answers = [1, 2].flatMap(() =>
    structuredClone(soundQa.answers).map((answer) => ({ ...answer, text: `## 見出し\n\n${answer.text}` })),
  );
  const basis = [{ law: '地方自治法', article: '第234条', checked: '2026-05-31' }];
  return soundQaWith({ id, question, answers, topics: ['topic-a'], basis }, `${body}\n`);
}

export interface SiteChanger {
  /** Texts as they stand on the disk, by path below the root. */
  files: Files;
  write(file: string, source: string | Uint8Array): void;
  remove(file: string): void;
  /** How many kinds of changes there are. */
  kinds: number;
  /** Changes one thing and says what kind of change it was: each kind once, then each once more. */
  changeOne(): string;
}
