import { describe, expect, it } from 'vitest';
import { chooseBackend } from '../../../../../cms/admin/config/backends.ts';
import type { DecapCollection } from '../../../../../cms/admin/config/collection-parts.ts';
import { describeAdminConfig } from '../../../../../cms/admin/config/collections.ts';
import { checkValue, findLimit } from '../../../../../cms/admin/checks/check-value.ts';
import { shapeOf, type DecapField } from '../../../../../cms/admin/config/fields.ts';
import { fieldText } from '../../../../../src/schema/field.ts';
import { collections, type CollectionName } from '../../../../../src/schema/collections.ts';

const desk = describeAdminConfig({
  chosen: chooseBackend({}),
  address: 'https://example.lg.jp/',
  today: '2028-02-29',
  ownGroups: ['gifu'],
});
const qa = desk.collections.find(({ name }) => name === 'qa') as DecapCollection;
const field = (name: string): DecapField => qa.fields.find((candidate) => candidate.name === name) as DecapField;

describe.each(desk.collections.map((collection) => [collection.name, collection] as const))(
  '%s',
  (name, collection) => {
    const shape = shapeOf(collections[name as CollectionName].schema);

    it('has a form field for every field of the schema, with its own words', () => {
      for (const [key, type] of Object.entries(shape)) {
        const made = collection.fields.find((candidate) => candidate.name === key);
        expect(made?.label, key).toBe(fieldText(type)?.label);
        const hint = fieldText(type)?.hint;
        if (hint !== undefined) expect(made?.hint, key).toContain(hint);
      }
    });

    it('has no other, but for the text and what is never written', () => {
      const others = collection.fields
        .filter((candidate) => !Object.hasOwn(shape, candidate.name))
        .map((candidate) => candidate.name);
      expect(others.filter((key) => !key.startsWith('__'))).toEqual(name === 'qa' ? ['body'] : []);
    });
  },
);

it('orders the form as the work goes and folds the rest away', () => {
  const names = qa.fields.map(({ name }) => name);
  expect(names.slice(0, 6)).toEqual(['question', 'summary', 'answers', 'body', 'topics', 'aliases']);
  const folded = names.slice(names.indexOf('__rest') + 1);
  expect(folded).toEqual(expect.arrayContaining(['id', 'asked', 'status', 'reviewBy', 'audience']));
  for (const name of folded)
    expect(
      field(name).required === false || field(name).default !== undefined || field(name).widget === 'kj-id',
      name,
    ).toBe(true);
});

it('fills in the day in Japan, a year of validity and the editor’s own group', () => {
  expect(field('asked').default).toBe('2028-02-29');
  expect(field('reviewBy').default).toBe('2029-02-28');
  expect(field('group').default).toBe('gifu');
  expect(field('status').default).toBe('current');
});

it('begins a new entry without an item in any list that may be empty, whatever its items begin with', () => {
  const lists = qa.fields.filter(({ widget, name }) => widget === 'list' && name !== 'answers');
  expect(lists.map(({ name }) => name)).toEqual(expect.arrayContaining(['sources', 'basis']));
  for (const { name, default: begin } of lists) expect(begin, name).toEqual([]);
  expect(field('answers').default).toBeUndefined();
});

it('offers choices by their Japanese names', () => {
  expect(field('status').options).toContainEqual({ label: '要確認', value: 'needs-review' });
  expect(field('group').options).toContainEqual({ label: '岐阜県', value: 'gifu' });
  expect(field('timing').options).toEqual([
    { label: '毎年この月', value: 'yearly' },
    { label: '随時', value: 'anytime' },
  ]);
  expect(field('timing').default).toBe('anytime');
  expect(field('months').options).toContainEqual({ label: '4月', value: 4 });
});

it('says of a value what the content check says', () => {
  expect(findLimit('qa', 'summary')).toBe(120);
  expect(checkValue('qa', 'question', '短い')).toContain('短すぎます');
  expect(checkValue('qa', 'answers.by.organisation', '212010')).toContain('検査数字');
  expect(checkValue('qa', 'asked', '2026-02-30')).toContain('実在しない日');
  expect(checkValue('qa', 'question', '庁舎の引越しはいつから準備しますか。')).toBeUndefined();
});
