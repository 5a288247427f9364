import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readListedFields } from '../../../src/lint/listed-fields.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';

it('reads of every file of the fixture what the whole parser reads', () => {
  const files = globSync('tests/fixtures/{site/content,round-trip}/**/*.{mdx,yaml}');
  expect(files.length).toBeGreaterThan(150);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const isYaml = file.endsWith('.yaml');
    const whole = parse(isYaml ? source : (splitFrontMatter(source)?.yaml ?? '')) as Record<string, unknown>;
    const fields = readListedFields(source, isYaml);
    for (const [key, value] of Object.entries(fields ?? { file })) expect(value, `${file} ${key}`).toEqual(whole[key]);
    for (const key of ['question', 'name', 'title', 'status', 'reviewBy', 'order'])
      expect(fields?.[key], `${file} ${key}`).toEqual(whole[key]);
  }
});

it.each([
  ['name: あ\n', 'あ'],
  ["name: 'あ: い # う'\n", 'あ: い # う'],
  ['name: "あ: い"\n', 'あ: い'],
  ["name: 'it''s'\n", "it's"],
  ['name: "あ\\nい"\n', 'あ\nい'],
  ['name: 2026-01-01\n', '2026-01-01'],
  ['name: 2026-01-01 # 日\n', '2026-01-01'],
  ['name: 12\n', 12],
  ['name: yes\n', 'yes'],
  ['name: true\n', true],
  ['name: >-\n  長い\n  名前\n', '長い 名前'],
  ['name: あ\r\nkana: い\r\n', 'あ'],
  ['\uFEFFname: あ\n', undefined],
])('reads %j', (yaml, name) => {
  expect(readListedFields(`---\n${yaml}---\n本文\n`, false)?.['name']).toEqual(name);
});

it('reads nothing of what is broken', () => {
  expect(readListedFields('name: [\n', true)).toBeUndefined();
  expect(readListedFields('本文だけ', false)).toBeUndefined();
});
