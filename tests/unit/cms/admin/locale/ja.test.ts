import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ja } from '../../../../../cms/admin/locale/ja.ts';

const english = flatten(readPhrases('node_modules/decap-cms-locales/dist/esm/en/index.js'));
const japanese = flatten(ja);

it('has every string of Decap and no other', () => {
  expect([...japanese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  expect(english.size).toBe(248);
});

it('keeps the placeholders', () => {
  const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].toSorted();
  // The kind of a field is a word of Decap's own, which says nothing to whoever fills it in.
  const dropped = new Set(['editor.editorControl.field.widgetLabel']);
  for (const [key, text] of english)
    if (!dropped.has(key)) expect(placeholders(japanese.get(key) ?? ''), key).toEqual(placeholders(text));
});

it('is Japanese, in the words of the project', () => {
  const names = /^(?:Markdown|M月D日|＋ %\{\w+\}|%\{\w+\}|)$/;
  for (const [key, text] of japanese) {
    if (!names.test(text)) expect(text, key).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    expect(text, key).not.toMatch(/エントリ|コレクション|\.\.\./);
  }
});

function readPhrases(file: string): object {
  const source = readFileSync(file, 'utf8')
    .replace(/^const en =/m, 'return')
    .replace(/export default en;/, '');
  return new Function(source)() as object;
}

function flatten(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : [...flatten(value as object, `${path}${key}.`)],
    ),
  );
}
