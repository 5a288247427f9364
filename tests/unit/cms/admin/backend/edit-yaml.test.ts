import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml } from '../../../../../cms/admin/backend/edit-yaml.ts';
import { expectCost } from '../../../../cost.ts';

/** What the YAML says, changed by `change`, and the YAML with that. */
function edit(source: string, change: (value: Value) => void): string {
  const next = parse(source) as Value;
  change(next);
  return editYaml(source, next);
}

it('changes a value and leaves its comment, its quotes and all that stands around', () => {
  const source = '# はじめ\na:   \'古い\'  # なぜか\n\n\nb: [ 1,2 ]\nc: "\\u3042"\n';
  expect(edit(source, (value) => (value['a'] = '新しい'))).toBe(source.replace("a:   '古い'  #", "a: '新しい' #"));
  expect(edit(source, (value) => (value['c'] = 'い'))).toBe(source.replace('\\u3042', 'い'));
});

it('adds to a list where the list stands, at the margin or further in', () => {
  for (const pad of ['', ' ', '    ']) {
    const source = `list:\n${pad}- 一つめ の 行\n${pad}- 二つめ の 行\nlast: x\n`;
    const added = edit(source, (value) => (value['list'] as string[]).push('三つめ の 行'));
    expect(added).toBe(source.replace('last', `${pad}- 三つめ の 行\nlast`));
    const gone = edit(source, (value) => (value['list'] as string[]).shift());
    expect(gone).toBe(source.replace(`${pad}- 一つめ の 行\n`, ''));
  }
});

it('keeps the line ends of Windows, and writes new lines with them', () => {
  const source = 'a: 一\r\ntext: |\r\n  一行目  \r\n  二行目\r\nb: 二\r\n';
  const edited = edit(source, (value) => {
    value['text'] = String(value['text']).replace('二行目', '直した\n三行目');
    value['c'] = ['ab', 'cd'];
  });
  expect(edited).toBe('a: 一\r\ntext: |\r\n  一行目  \r\n  直した\r\n  三行目\r\nb: 二\r\nc: [ab, cd]\r\n');
});

it('leaves a file without a last line end as one', () => {
  expect(edit('a: 一\nb: 二', (value) => (value['b'] = '三'))).toBe('a: 一\nb: 三');
  expect(edit('a: 一\nb: 二', (value) => (value['c'] = '三'))).toBe('a: 一\nb: 二\nc: 三');
});

it('changes one line of a folded text, and writes it anew where more of it changed', () => {
  const source = 'text: >-\n  一つ 二つ\n  三つ 四つ\nlast: x\n';
  expect(edit(source, (value) => (value['text'] = '一つ 二つ 三つ 五つ'))).toBe(source.replace('四つ', '五つ'));
  expect(edit(source, (value) => (value['text'] = '零 二つ 三つ 五つ'))).toBe(
    'text: >-\n  零 二つ 三つ 五つ\nlast: x\n',
  );
});

it('writes the whole anew where one name stands for a value of another place', () => {
  const source = 'a: &x [1]\nb: *x\n';
  expect(parse(edit(source, (value) => (value['b'] = [2])))).toEqual({ a: [1], b: [2] });
});

it('says the same after any change of the same lines again and again', () => {
  const source = `list:\n${'  - { a: [x], b: y }\n'.repeat(40)}`;
  for (const at of [0, 7, 39]) {
    const next = parse(source) as { list: { b: string }[] };
    next.list.splice(at, 1, { ...next.list[at], b: 'z' });
    expect(parse(editYaml(source, next))).toEqual(next);
    next.list.splice(at, 1);
    expect(parse(editYaml(source, next))).toEqual(next);
  }
});

it('takes no more time than grows with the length, also of lines that are all alike', () => {
  const twice = (length: number) => {
    const source = `list: # 注釈\n${'    - x y\n'.repeat(length)}last: x\n`;
    const next = { list: Array.from({ length }, (_, index) => (index % 2 === 0 ? 'x y' : 'x  y')), last: 'y' };
    return () => editYaml(source, next);
  };
  expectCost(twice(8_000), twice(800), 30);
});

type Value = Record<string, unknown>;
