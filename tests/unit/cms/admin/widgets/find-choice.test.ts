import { expect, it } from 'vitest';
import { chooseBackend } from '../../../../../cms/admin/config/backends.ts';
import { describeAdminConfig } from '../../../../../cms/admin/config/collections.ts';
import type { DecapField } from '../../../../../cms/admin/config/fields.ts';
import { choiceReadings } from '../../../../../cms/admin/widgets/choice-readings.ts';
import { matchesChoice } from '../../../../../cms/admin/widgets/find-choice.ts';
import { prefectures } from '../../../../../src/schema/prefectures.ts';

it.each([
  ['ぎふ', ['岐阜県']],
  ['ぎ', ['宮城県', '栃木県', '岐阜県']],
  ['ギフ', ['岐阜県']],
  ['ｷﾞﾌ', ['岐阜県']],
  ['gifu', ['岐阜県']],
  ['ＧＩＦＵ', ['岐阜県']],
  ['岐阜', ['岐阜県']],
  ['ぎｆ', ['岐阜県']],
  ['gihu', ['岐阜県']],
  ['とうきょう', ['東京都']],
  ['toukyou', ['東京都']],
  ['tokyo', ['東京都']],
  ['おおさか', ['大阪府']],
  ['oosaka', ['大阪府']],
  ['osaka', ['大阪府']],
  ['しずおか', ['静岡県']],
  ['sizuo', ['静岡県']],
  ['tiba', ['千葉県']],
  ['ふく', ['福島県', '福井県', '福岡県']],
  ['京', ['東京都', '京都府']],
  ['ほっかい', ['北海道']],
  ['スイス', []],
])('finds by 「%s」 the prefectures %j', (typed, names) => {
  const found = prefectures.filter(({ id, name }) => matchesChoice({ label: name, value: id }, typed));
  expect(found.map(({ name }) => name)).toEqual(names);
});

it('offers everything until something is typed', () => {
  expect(matchesChoice({ label: '作例', value: 'sample' }, '　')).toBe(true);
});

it('finds the shorter lists by reading too', () => {
  expect(matchesChoice({ label: '取り下げ', value: 'withdrawn' }, 'とりさ')).toBe(true);
  expect(matchesChoice({ label: '村', value: 'village' }, 'son')).toBe(true);
  expect(matchesChoice({ label: '4月', value: '4' }, '４がつ')).toBe(true);
});

it.each([
  ['産休', ['子育て・産休', '産休・育休・復職']],
  ['さんき', ['子育て・産休', '産休・育休・復職']],
  ['こそだてさんきゅう', ['子育て・産休']],
  ['sankyu', ['子育て・産休', '産休・育休・復職']],
  ['復職 いくきゅう', ['産休・育休・復職']],
  ['引っ越し', ['庁舎の引越し']],
  ['ひっこｓ', ['庁舎の引越し']],
  ['ﾋｯｺｼ', ['庁舎の引越し']],
  ['ＤＸ', ['DX']],
  ['でぃー', ['DX']],
  ['dhi-', ['DX']],
  ['constructor', []],
])('finds by 「%s」 the topics %j', (typed, names) => {
  const found = topics.filter(([name, kana]) => matchesChoice({ label: name, value: 'topic', reading: kana }, typed));
  expect(found.map(([name]) => name)).toEqual(names);
});

it('takes a label that is named as what objects have by themselves for a label', () => {
  expect(matchesChoice({ label: 'constructor', value: 'constructor' }, 'こん')).toBe(false);
});

it('knows the reading of every choice of every form', () => {
  const { collections } = describeAdminConfig({
    chosen: chooseBackend({}),
    address: '',
    today: '2026-11-30',
    ownGroups: [],
  });
  const labels = collections.flatMap(({ fields }) => fields.flatMap(listLabels));
  expect(labels.length).toBeGreaterThan(100);
  for (const label of labels)
    if (/\p{sc=Han}/u.test(label)) expect(choiceReadings[label], label).toMatch(/^[ぁ-ゖー0-9 ]+$/);
});

const topics = [
  ['子育て・産休', 'こそだて・さんきゅう'],
  ['産休・育休・復職', 'さんきゅう・いくきゅう・ふくしょく'],
  ['庁舎の引越し', 'ちょうしゃのひっこし'],
  ['DX', 'でぃーえっくす'],
] as const;

function listLabels({ options = [], fields = [] }: DecapField): string[] {
  return [...(options as { label: string }[]).map(({ label }) => label), ...fields.flatMap(listLabels)];
}
