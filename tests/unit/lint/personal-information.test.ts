import { describe, expect, it } from 'vitest';
import { lint, qa, qaFile, soundQa, yaml, soundTopic } from './content.ts';
import { expectRule } from './expect-rule.ts';

const answer = soundQa.answers[0];

expectRule('personal-information/', {
  ok: [
    [
      'numbers of everyday work',
      {
        [qaFile]: qa(
          {},
          '期間は2026-04-01から2027-03-31、予算は1,234,567円、地方自治法第234条第2項、市民課3番窓口。\n',
        ),
      },
    ],
    ['everybody', { [qaFile]: qa({ summary: '住民の皆様と業者さんに伝えます。' }) }],
    [
      'the date and code fields',
      { [qaFile]: qa({ answers: [{ ...answer, by: { ...answer?.by, organisation: '212016' } }] }) },
    ],
    [
      'digits of an address on the web',
      { [qaFile]: qa({ sources: [{ title: '資料', url: 'https://www.example.jp/doc/123456789018.pdf' }] }) },
    ],
    ['a table of years', { [qaFile]: qa({}, '| 2019 | 2020 | 2021 |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n') }],
  ],
  ng: [
    [
      'a phone number in the body',
      { [qaFile]: qa({}, '一行目\n\n電話は090-1234-5678です。\n') },
      /:25:4 error 電話番号のように/,
    ],
    [
      'a phone number in an answer',
      { [qaFile]: qa({ answers: [{ ...answer, text: '一行目\n090-1234-5678です。\n' }] }) },
      /:13:7 error .*〔回答（1番目）の回答（answers\[0\]\.text）〕/,
    ],
    [
      'a mail address in a source',
      { [qaFile]: qa({ sources: [{ title: 'taro@city.lg.jp' }] }) },
      /error メールアドレス.*〔出典（1番目）の出典名/,
    ],
    ['a name in an alias', { [qaFile]: qa({ aliases: ['田中さんの話'] }) }, /error 人の名前.*〔言い換え（1番目）/],
    ['a doubtful name', { [qaFile]: qa({ aliases: ['御手洗さんの話'] }) }, /warning 人の名前/],
    ['in a comment', { [qaFile]: qa().replace('---\n', '---\n# 090-1234-5678に確認\n') }, /:2:3 error 電話番号/],
    ['a My Number', { [qaFile]: qa({}, '番号は1234-5678-9018です。\n') }, /error マイナンバー/],
    [
      '外字',
      { 'content/topics/office.yaml': yaml({ ...soundTopic, description: '字\ue000です' }) },
      /office\.yaml:4:\d+ error 外字/,
    ],
    [
      'written with character references',
      { [qaFile]: qa({}, '一行目\n\n090&#45;1234&#45;5678\n') },
      /:25:1 error 文字参照や記号で区切って書かれた部分に、電話番号/,
    ],
    [
      'cut by marks',
      { [qaFile]: qa({ answers: [{ ...answer, text: '090-**1234**-5678\n' }] }) },
      /error 文字参照.*電話番号.*〔回答（1番目）の回答/,
    ],
  ],
});

describe('a finding', () => {
  it('never repeats what it found', () => {
    const findings = lint({
      [qaFile]: qa(
        { aliases: ['御手洗さん', '田中さん'] },
        '090-1234-5678 taro@city.lg.jp 岐阜市中央1-2-3 1234-5678-9018\n',
      ),
    });
    expect(findings.length).toBeGreaterThan(4);
    expect(JSON.stringify(findings)).not.toMatch(/御手洗|田中|1234|taro|中央1/);
  });
});
