import { describe, expect, it } from 'vitest';
import { applyChanges, readFile, UnreadableFile, writeFile } from '../../../../../cms/admin/backend/apply-changes.ts';

const file =
  '---\n# 注釈\nid: abcdefgh\nquestion: 問いです # 問い\ntopics: [a, b]\nanswers:\n  - date: 2024-01-01\n    text: |\n      一行目\n      二行目\nmonths: []\n---\n\n本文\n';
const { fields, body } = readFile(file, false);

describe('a change', () => {
  it('adds a key behind the one before it in the form', () => {
    const { id, question, ...rest } = fields;
    expect(applyChanges(file, { id, question, summary: '答え', ...rest }, body)).toBe(
      file.replace('# 問い\n', '# 問い\nsummary: 答え\n'),
    );
  });

  it('takes a key away with its lines', () => {
    const { answers, ...rest } = fields;
    expect(answers).toBeDefined();
    expect(applyChanges(file, rest, body)).toBe(file.replace(/answers:[\s\S]*?(?=months)/, ''));
  });

  it('does not write what a form left empty and the file never had', () => {
    expect(
      applyChanges(
        file,
        {
          ...fields,
          aliases: [],
          asked: undefined,
          consent: { date: '', scope: undefined },
          withdrawn: {},
          __group: 'x',
        },
        body,
      ),
    ).toBe(file);
  });

  it('keeps an empty list that was there', () =>
    expect(applyChanges(file, { ...fields, months: [] }, body)).toBe(file));

  it('adds an item to a list in the style of the list', () => {
    const added = {
      ...fields,
      topics: ['a', 'b', 'c'],
      answers: [...(fields['answers'] as object[]), { date: '2024-02-02', text: '三' }],
    };
    const written = applyChanges(file, added, body);
    expect(written).toContain('topics: [a, b, c]\n');
    expect(written).toContain('      二行目\n  - date: 2024-02-02\n    text: 三\nmonths');
  });

  it('removes an item from the middle and leaves its neighbours', () => {
    const list =
      'title: 語\nsynonyms:\n  # 注釈\n  - { words: [a, b], strength: same }\n  - { words: [c], to: [d], strength: near }\n  - { words: [e, f], strength: same }\n';
    const { fields: rows } = readFile(list, true);
    const [one, , three] = rows['synonyms'] as object[];
    expect(applyChanges(list, { ...rows, synonyms: [one, three] }, undefined)).toBe(
      list.replace('  - { words: [c], to: [d], strength: near }\n', ''),
    );
  });

  it('adds a row on one line where rows stand on one line', () => {
    const list = 'title: 語\nsynonyms:\n  - { words: [a, b], strength: same }\n';
    const { fields: rows } = readFile(list, true);
    expect(
      applyChanges(
        list,
        { ...rows, synonyms: [...(rows['synonyms'] as object[]), { words: ['c', 'd'], strength: 'near' }] },
        undefined,
      ),
    ).toBe(`${list}  - { words: [c, d], strength: near }\n`);
  });

  it('writes values that YAML would read otherwise in quotes', () => {
    const tricky = ['yes', '1', '2024-01-01', 'a: b', '# x', '- y', '"q"', ' ', '@x', '*z', '！', 'null'];
    for (const value of tricky)
      expect(readFile(applyChanges(file, { ...fields, question: value }, body), false).fields['question'], value).toBe(
        value,
      );
    expect(readFile(applyChanges(file, { ...fields, topics: tricky }, body), false).fields['topics']).toEqual(tricky);
  });
});

describe('a new file', () => {
  it('has its fields, an empty line and its text', () => {
    expect(
      writeFile(
        {
          id: 'abcdefgh',
          topics: ['tax'],
          aliases: ['言い 換え'],
          answers: [{ by: { kind: 'city' }, text: '一\n\n二\n' }],
          related: [],
          consent: {},
        },
        '\n\n本文\n',
      ),
    ).toBe(
      '---\nid: abcdefgh\ntopics: [tax]\naliases:\n  - 言い 換え\nanswers:\n  - by:\n      kind: city\n    text: |\n      一\n\n      二\n---\n\n本文\n',
    );
  });
});

it('refuses to open what cannot be read, so that nobody saves over it', () => {
  expect(() => readFile('no front matter', false)).toThrow(UnreadableFile);
  expect(() => readFile('---\na: [1\n---\n', false)).toThrow(UnreadableFile);
});
