import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFileSync, readdirSync } from 'node:fs';
import { listFieldNames, type Named } from '../../../src/loader/field-names.ts';
import { findFields } from '../../../src/search/query/find-fields.ts';
import { foldText } from '../../../src/text/fold-text.ts';

const read = <Data>(folder: string): Named<Data>[] =>
  readdirSync(`tests/fixtures/site/content/${folder}`).map((file) => ({
    id: file.replace('.yaml', ''),
    data: parse(readFileSync(`tests/fixtures/site/content/${folder}/${file}`, 'utf8')) as Data,
  }));
const names = listFieldNames(read('groups'), read('topics'));
const groupsIn = (text: string) => found(text).filter((token) => token.startsWith('group/'));
const found = (text: string) => findFields(foldText(text), names).map(({ token }) => token.slice(1));

describe('groups', () => {
  it.each([
    ['熊本', 'kumamoto'],
    ['熊本県', 'kumamoto'],
    ['熊本県人会', 'kumamoto'],
    ['熊本県庁', 'kumamoto'],
    ['熊本県内の避難所', 'kumamoto'],
    ['避難所 熊本', 'kumamoto'],
    ['熊本の避難所', 'kumamoto'],
    ['くまもと', 'kumamoto'],
    ['クマモト', 'kumamoto'],
    ['くまもとけんの避難所', 'kumamoto'],
    ['くまもとの避難所', 'kumamoto'],
    ['kumamoto', 'kumamoto'],
    ['ＫＵＭＡＭＯＴＯ', 'kumamoto'],
    ['都庁', 'tokyo'],
    ['東京都', 'tokyo'],
    ['東京都庁', 'tokyo'],
    ['東京県人会', 'tokyo'],
    ['東京都人会', 'tokyo'],
    ['京都', 'kyoto'],
    ['北海道県人会', 'hokkaido'],
    ['道庁', 'hokkaido'],
    ['大阪府警', 'osaka'],
    ['鹿兒島', 'kagoshima'],
  ])('%s names %s', (text, id) => expect(groupsIn(text)).toEqual([`group/${id}`]));

  it('finds each of several', () => expect(found('富山と石川の県境')).toEqual(['group/toyama', 'group/ishikawa']));
  it('finds both prefectures that are called 府', () =>
    expect(found('府庁').sort()).toEqual(['group/kyoto', 'group/osaka']));

  it.each([
    '熊本市',
    '大分類',
    '三重苦',
    '最高知事',
    'さいたま市',
    '秋田犬',
    '秋田市長',
    '東京都市大学',
    'ならない',
    '見えないとき',
    'okayamajo',
    '中京都市圏',
  ])('%s names none', (text) => expect(groupsIn(text)).toEqual([]));
});

describe('topics and kinds', () => {
  it.each([
    ['防災', 'topic/disaster'],
    ['育休', 'topic/leave'],
    ['選挙の準備', 'topic/election'],
    ['ぼうさい', 'topic/disaster'],
    ['ｄｘ', 'topic/dx'],
    ['庁舎の引っ越し', 'topic/office-move'],
    ['政令指定都市', 'kind/designated-city'],
    ['特別区の例', 'kind/special-ward'],
    ['要確認', 'status/needs-review'],
  ])('%s names %s', (text, token) => expect(found(text)).toContain(token));
  it.each(['防災訓練', '選挙管理委員会'])('%s is no topic', (text) => expect(found(text)).toEqual([]));
});

describe('days, of both calendars', () => {
  it.each([
    ['2021年10月', '2021-10'],
    ['令和3年10月', '2021-10'],
    ['令和３年１０月', '2021-10'],
    ['R3.10', '2021-10'],
    ['r3/10/5', '2021-10-05'],
    ['2021.10', '2021-10'],
    ['2021-10-05', '2021-10-05'],
    ['2021/10/5の回答', '2021-10-05'],
    ['令和元年', '2019'],
    ['平成31年4月30日', '2019-04-30'],
    ['2026年', '2026'],
    ['昭和64年1月', '1989-01'],
  ])('%s is %s', (text, day) => expect(found(text)).toEqual([`day/${day}`]));
  it.each([
    '令和8年度',
    '5年保存',
    '3.5平方メートル',
    '192.168.10.1',
    '2021年13月',
    '2024/25',
    '2020年代',
    '10年以上',
    '1.2.3',
    '03-1234-5678',
    '令和',
  ])('%s is none', (text) => expect(found(text).filter((token) => token.startsWith('day/'))).toEqual([]));
});
