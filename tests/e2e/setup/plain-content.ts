import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A little of every collection without one Latin letter that a reader would see, so that any on the desk is the desk's.
 */
export function plantPlainContent(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kenjinkai-plain-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Refers to `alone` and shows the picture. */
export const withList = 'gifu/aaaa2222';
export const needed = 'gifu/bbbb3333';
export const third = 'gifu/cccc4444';

const qa = (id: string, question: string, { extra = '', body = '数えることから始めます。' } = {}) => `---
id: ${id}
question: ${question}
summary: 開庁の半年前までに決め、三か月前に現地を一緒に歩きます。
answers:
  - by:
      kind: city
      population: from-100k
      prefecture: gifu
    date: 2026-04-10
    text: |
      半年前に仕様を固めました。
topics:
  - bosai
group: gifu
asked: 2026-04-01
status: current
reviewBy: 2027-04-01
audience: public
provenance: sample
${extra}---

${body}
`;

const checklist = `## 進め方

<Checklist title="開庁前日">
- 鍵を返す
- 表示を外す
</Checklist>

**大切なこと**は、早く決めることです。

| 係 | 数 |
| --- | --- |
| 机 | 10 |
`;

const files: Record<string, string> = {
  'qa/gifu/aaaa2222.mdx': qa('aaaa2222', '庁舎の引越しで、業者はいつまでに決めればよいですか。', {
    extra: 'related:\n  - bbbb3333\n',
    body: checklist,
  }),
  'qa/gifu/bbbb3333.mdx': qa('bbbb3333', '避難所の毛布は、どこに置いておけばよいですか。'),
  'qa/gifu/cccc4444.mdx': qa('cccc4444', '備蓄の水は、いつ入れ替えればよいですか。'),
  'topics/bosai.yaml': 'name: 防災\nkana: ぼうさい\norder: 10\ndescription: 災害に備える仕事を扱います。\n',
  'events/koryu-kai.yaml': `title: 交流会
kind: online
start: 2027-06-18T19:00+09:00
end: 2027-06-18T20:00+09:00
place: オンライン会議
online: true
summary: まちの自慢を一人三分で話す会です。
description: |-
  聞くだけの参加もできます。
audience: public
provenance: sample
`,
  'pride/ukai.yaml': `title: 夏の夜の鵜飼
group: gifu
place: 岐阜市
kind: festival
summary: 篝火をたいた舟で、鵜が魚をとります。
text: |-
  夏の夜に、篝火をたいた舟で鵜が魚をとります。
provenance: sample
`,
  'vocabulary/kotoba.yaml': `title: 防災の言葉
synonyms:
  - { words: [避難所, 避難場所], to: [指定避難所], strength: near }
readings:
  - { reading: ひなん, words: [避難] }
`,
  'groups/gifu.yaml': `code: "21"
name: 岐阜県
kana: ぎふけん
groupName: 岐阜県人会
neighbours: [aichi]
tile: { column: 10, row: 7 }
region: chubu
introduction: 山と川の県です。
`,
};
