import { describe, expect, it } from 'vitest';
import { collections } from '../../../src/schema/collections.ts';
import { lint, qa, qaFile, soundEvent, soundGroup, soundQa, soundTopic, yaml, type Files } from './content.ts';

const answer = soundQa.answers[0];
const source = { title: '資料', url: 'https://www.example.jp/' };
const soundPride = {
  title: '朝市',
  group: 'gifu',
  place: '高山市',
  kind: 'food',
  summary: '朝が早い市です。',
  text: '野菜が並びます。',
  provenance: 'sample',
};
const soundVocabulary = {
  title: '移転',
  synonyms: [{ words: ['引越し', '移転'], to: ['転居'], strength: 'near' }],
  stop: [{ phrases: ['について'], weight: 0 }],
  readings: [{ reading: 'ひっこし', words: ['引越し'] }],
};
const page = (body: string, title = '題') =>
  `---\ntitle: ${JSON.stringify(title)}\ndescription: 説明です。\norder: 1\nupdated: 2026-11-01\n---\n\n${body}`;

/** Sound files with every string of every collection set, into each of which a character is put in turn. */
const sound: Record<string, [file: string, value: object]> = {
  qa: [
    qaFile,
    {
      ...soundQa,
      answers: [{ ...answer, by: { ...answer?.by, label: '庁舎担当' } }],
      aliases: ['引っ越し 業者'],
      sources: [source],
      status: 'withdrawn',
      withdrawn: { date: '2026-06-01', reason: '古い内容です' },
      consent: { date: '2026-05-18', scope: '団体の種類まで' },
    },
  ],
  events: ['content/events/a.yaml', { ...soundEvent, place: '庁舎', sources: [source] }],
  groups: ['content/groups/gifu.yaml', { ...soundGroup, sources: [source] }],
  topics: ['content/topics/office.yaml', soundTopic],
  pride: ['content/pride/a.yaml', { ...soundPride, sources: [source] }],
  vocabulary: ['content/vocabulary/a.yaml', soundVocabulary],
  pages: ['content/pages/about.mdx', { title: '題', description: '説明です。', order: 1, updated: '2026-11-01' }],
};

const places = Object.entries(sound).flatMap(([name, [file, value]]) =>
  listStrings(value).map(({ path, text }) => ({ name, file, path, text, value })),
);

it('is tried on every collection', () => {
  expect(new Set(places.map(({ name }) => name))).toEqual(new Set(Object.keys(collections)));
  for (const [file, value] of Object.values(sound))
    expect(lint({ [file]: write(file, value) }).filter(({ rule }) => /fields|characters/.test(rule))).toEqual([]);
});

describe.each([0x202e, 0x2067, 0x200b, 0x2028, 0x3164, 0xad, 0xe0041, 0xfff9])('U+%s', (code) => {
  const character = String.fromCodePoint(code);

  it.each(places.map((place) => [`${place.name} ${place.path.join('.')}`, place] as const))(
    'is refused in %s',
    (_where, { file, path, text, value }) => {
      const changed = replaceAt(value, path, `${text.slice(0, 1)}${character}${text.slice(1)}`);
      const errors = lint({ [file]: write(file, changed) }).filter(
        (finding) => finding.file === file && finding.severity === 'error',
      );
      expect(errors.some(({ rule }) => ['fields', 'characters', 'safe-mdx'].includes(rule))).toBe(true);
      expect(errors.filter((finding) => finding.message.includes('目に見えない')).length).toBeLessThanOrEqual(1);
      for (const { message } of errors) expect(message).not.toContain(character);
    },
  );
});

describe('outside of values', () => {
  it.each<[why: string, files: Files, at: RegExp]>([
    ['a comment of a Q&A', { [qaFile]: qa().replace('id:', '# 控え\u202E\nid:') }, /^2:5 /],
    ['a comment of YAML', { 'content/topics/office.yaml': `${yaml(soundTopic)}# \u2067x\n` }, /^5:3 /],
    ['the text of a page', { 'content/pages/about.mdx': page('本文\u200Bです。\n') }, /^8:3 /],
    ['YAML that cannot be read', { 'content/topics/office.yaml': `name： x\u3164\n` }, /^1:8 /],
  ])('is found in %s', (_why, files, at) => {
    const found = lint(files).filter(({ rule }) => rule === 'characters');
    expect(found.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      expect.stringMatching(at),
    ]);
    expect(found[0]?.message).toMatch(/（U\+[0-9A-F]+）が入っています。その場所を消して、打ち直してください。/);
  });

  it('is found in the name of a field, of a file and of a picture', () => {
    expect(lint({ [qaFile]: qa({ 'ques\u200Btion': 'x' }) }).some(({ rule }) => rule === 'characters')).toBe(true);
    expect(
      lint({ 'content/topics/of\u202Efice.yaml': yaml(soundTopic) }).some(({ rule }) => rule === 'characters'),
    ).toBe(true);
    expect(lint({}, { media: ['/images/plan\u202Egnp.png'] })).toMatchObject([
      { file: 'public/images/plan\u202Egnp.png', rule: 'characters' },
    ]);
  });

  it('is found in what exceptions say', () => {
    const exceptions = `# \u202E\n- file: ${qaFile}\n  kind: phone\n  reason: 公開\u200Bの番号です\n  date: 2026-11-01\n`;
    const found = lint({}, { exceptions }).filter(
      ({ file, message }) => file.endsWith('exceptions.yaml') && /U\+20(?:2E|0B)/.test(message),
    );
    expect(found.map(({ line }) => line)).toEqual([1, 4]);
  });
});

describe('what is part of a visible character', () => {
  it.each(
    places.filter(
      ({ path, text }) => /[ぁ-んァ-ヶ一-龠]/.test(text) && !['reading', 'name'].includes(String(path.at(-1))),
    ),
  )('stays in $name $path', ({ file, path, text, value }) => {
    const changed = replaceAt(value, path, `${text.slice(0, 2)}葛\u{E0100}☎\uFE0F${text.slice(2)}`);
    expect(lint({ [file]: write(file, changed) }).filter(({ message }) => /U\+/.test(message))).toEqual([]);
  });

  it('may be a byte order mark at the start of a file', () => {
    expect(
      lint({ [qaFile]: `\uFEFF${qa()}`, 'content/topics/office.yaml': `\uFEFF${yaml(soundTopic)}` }).filter(
        ({ rule }) => rule === 'characters',
      ),
    ).toEqual([]);
  });
});

function listStrings(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => listStrings(item, [...path, index]));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => listStrings(item, [...path, key]))
    : [];
}

function replaceAt(value: unknown, [step, ...rest]: readonly (string | number)[], text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaceAt(item, rest, text) : item));
  const record = value as Record<string, unknown>;
  return { ...record, [step]: replaceAt(record[step], rest, text) };
}

function write(file: string, value: unknown): string {
  const fields = yaml(value as Record<string, unknown>);
  return file.endsWith('.mdx') ? `---\n${fields}---\n\n本文です。\n` : fields;
}
