import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { parseYamlFile } from '../../../src/lint/parse-yaml-file.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { topic } from '../../../src/schema/topic.ts';

/** What the parser that knows of faults and places says: its value, undefined where it found a fault. */
function readSlowly(yaml: string): unknown {
  const { value, faults } = parseYamlFile('file.yaml', yaml, yaml, 0, topic);
  return faults.length > 0 ? undefined : value;
}

test('every file of a whole site is read as the careful parser reads it, all Q&As the quick way', () => {
  for (const file of globSync('tests/fixtures/site/content/**/*.{mdx,yaml}')) {
    const source = readFileSync(file, 'utf8');
    const yaml = file.endsWith('.mdx') ? (splitFrontMatter(source)?.yaml ?? '') : source;
    const value = readPlainYaml(yaml);
    if (value !== undefined) expect(value, file).toEqual(readSlowly(yaml));
    else expect(file).not.toContain('/qa/');
  }
});

const spellings = [
  '1',
  '-1',
  '+1',
  '012',
  '08',
  '1_000',
  '1_',
  '0b11',
  '0B1',
  '0o17',
  '0x1F',
  '-0x1',
  '1.',
  '.5',
  '1.5e3',
  '1e3',
  '1E-3',
  '1e',
  '.inf',
  '-.INF',
  '.nan',
  '1:30',
  '12:30:45',
  '2024-05-01',
  '2024-05-01T10:00:00Z',
  '~',
  'null',
  'Null',
  'NULL',
  'nULL',
  '',
  'true',
  'True',
  'TRUE',
  'yes',
  'no',
  'on',
  'y',
  'n',
  'off',
  '<<',
  '=',
  '"a\\u3042\\n"',
  '"a\\x41"',
  "'it''s'",
  '"',
  "'",
  '"a" b',
  '"あ" # 注',
  'あ # 注',
  'あ#注',
  '#',
  '# 注',
  'a: b',
  'a:b',
  'a :b',
  'a : b',
  '- a',
  '-a',
  '-',
  '--',
  '? a',
  '?a',
  ': a',
  ':a',
  '&a b',
  '*a',
  '!a',
  '!!str 1',
  '!',
  '! a',
  '%a',
  '@a',
  '`a`',
  '|',
  '|-',
  '>',
  '>-',
  '|2',
  '[a, b]',
  '[a, b',
  '[a b]',
  '[]',
  '[,]',
  '[a,,b]',
  '[a, ]',
  '[a: b]',
  '["a":b]',
  '{a: b}',
  '{a}',
  '{a: }',
  '{a, b: c}',
  '{}',
  '{',
  '}',
  ']',
  ',',
  'a, b',
  '[あ、い]',
  '[&a b]',
  '[!a]',
  '{a: *b}',
  'あ：い',
  '「あ」',
  '１２',
  '\u3000あ',
  'あ\u3000',
  'a\tb',
  '\ta',
  'a\u00A0b',
  '😀',
  '\u{20BB7}',
  '\uD800',
  'a\u2028b',
  '\u200Ba',
  '\uFEFFa',
  'a\u0007b',
  'https://example.jp/?a=1&b=2#c',
  'R&D',
  'Q&A',
  '*太字*',
  '**太字**',
  '- [ ] a',
  '`a: b`',
  'a\\nb',
  '...',
  '---',
  '--- a',
  'toString',
  '__proto__',
];

test.each([
  ['value', (text: string) => `name: ${text}\n`],
  ['value before another', (text: string) => `name: ${text}\nother: い\n`],
  ['item', (text: string) => `list:\n  - ${text}\n  - い\n`],
  ['item at the margin', (text: string) => `list:\n- ${text}\n`],
  ['field of an item', (text: string) => `list:\n  - a: ${text}\n    b: い\n`],
  ['key', (text: string) => `${text}: い\nother: ろ\n`],
  ['inside brackets', (text: string) => `list: [い, ${text}, ろ]\n`],
  ['inside braces', (text: string) => `map: { a: ${text}, b: い }\n`],
  ['second line of a value', (text: string) => `name: い\n  ${text}\nother: ろ\n`],
  ['second line of a quoted value', (text: string) => `name: "い\n  ${text}"\nother: ろ\n`],
  ['second line of a quoted value at the margin', (text: string) => `name: "い\n${text}"\nother: ろ\n`],
  ['block', (text: string) => `text: |\n  い\n  ${text}\n\n  ろ\nother: は\n`],
  ['first line of a block', (text: string) => `text: |-\n  ${text}\n  い\n\nother: は\n`],
  ['folded block', (text: string) => `text: >\n  い\n  ${text}\n  ろ\n\n   に\nother: は\n`],
  ['line of its own', (text: string) => `name: い\n${text}\nother: ろ\n`],
  ['whole text', (text: string) => `${text}\n`],
])('a spelling as a %s is read as the careful parser reads it, or left to it', (_place, write) => {
  for (const spelling of spellings) {
    const yaml = write(spelling);
    const value = readPlainYaml(yaml);
    if (value !== undefined) expect(value, JSON.stringify(yaml)).toEqual(readSlowly(yaml));
  }
});

test('what the editing desk writes is read the quick way', () => {
  const entry = {
    question: '庁舎の引越しは「いつ」決めますか',
    list: ['a: b', '- い', '# 注', '', '1', 'true'],
    answers: [
      {
        by: { kind: 'city' },
        text: '## 見出し\n\n- **太字** と `a: b`\n- [ ] 確かめる\n\n| 表 | い |\n| --- | --- |\n| 1 | 2 |\n',
      },
    ],
  };
  expect(readPlainYaml(stringify(entry))).toEqual(entry);
});

test('a text is left to the careful parser when it is cut short, empty or deep', () => {
  for (const yaml of [
    '',
    '\n',
    '# 注だけ\n',
    'name: い',
    'name: い\r\n',
    'name: い\nname: ろ\n',
    `${'['.repeat(100)}\n`,
  ])
    expect(readPlainYaml(yaml), JSON.stringify(yaml)).toBeUndefined();
});

/** Lines put together at random, so that each stands before and after each: the same seed gives the same texts. */
test('lines in any order are read as the careful parser reads them, or left to it', () => {
  const lines = [
    'name: い',
    'name:',
    '  - い',
    '- い',
    '  a: ろ',
    '    b: は',
    '  い',
    'い',
    'text: |',
    'text: >-',
    '  # 注',
    '# 注',
    '',
    '  ',
    '   い ',
    'list: [い,',
    '  ろ]',
    'ろ]',
    'map: {',
    '}',
    'x: "い',
    'ろ"',
    "y: 'い",
    "  ろ'",
    '  - a: い',
    '    - い',
    '-',
    '  -',
    'z: い # 注',
    ' い: ろ',
    '- - い',
    '- a: い',
    '  text: |-',
  ];
  let state = 7;
  const pick = () => lines[(state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % lines.length] ?? '';
  let readQuickly = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const yaml = `${Array.from({ length: 2 + (round % 5) }, pick).join('\n')}\n`;
    const value = readPlainYaml(yaml);
    if (value === undefined) continue;
    readQuickly += 1;
    expect(value, JSON.stringify(yaml)).toEqual(readSlowly(yaml));
  }
  expect(readQuickly).toBeGreaterThan(1_000);
});
