import type { LibraryQa } from '../library/qas.ts';
import type { LibraryPride } from '../library/prides.ts';
import type { LibraryTopic } from '../library/topics.ts';
import type { Provenance, Status } from '../schema/choices.ts';

/** What the style guide shows: made up, the same on every machine, and never part of a site. */
export const question = '庁舎の引越しを頼む業者は、いつごろ、どんな方法で決めればよいですか。';
export const summary =
  '開庁の8か月前までに荷物の量を調べて仕様書を作り、半年前に契約します。3月と4月は業者の手配が難しいため、早めに市場の状況を聞き取ります。予算の要求に間に合わせるには、前の年の夏から始めます。';

export function makeQa(provenance: Provenance, shownStatus: Status): LibraryQa {
  const text = { html: `<p>${summary}</p>`, headings: [], sections: [{ anchor: '', heading: '', text: summary }] };
  return {
    id: `sample${provenance}`,
    fileVersion: '',
    version: '00000000',
    question,
    summary,
    answers: [{ by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' }, date: '2026-04-10', text: summary }],
    topics: ['office-move'],
    aliases: [],
    group: 'gifu',
    asked: '2026-04-01',
    status: shownStatus,
    shownStatus,
    reviewBy: '2027-04-30',
    audience: 'public',
    provenance,
    sources: [],
    basis: [],
    timing: 'yearly',
    months: [4, 5],
    related: [],
    redirectFrom: [],
    body: null,
    answerTexts: [text],
    source: '',
    changed: null,
    answered: '2026-04-10',
  };
}

export const topics: LibraryTopic[] = ['庁舎・移転', '防災', '窓口', '税'].map((name, place) => ({
  id: ['office-move', 'disaster', 'counter', 'tax'][place] ?? '',
  name,
  kana: 'よみ',
  order: place,
  description: '',
  redirectFrom: [],
  fileVersion: '',
  children: [],
}));

export const pride: LibraryPride = {
  id: 'samplepr',
  title: '冬の夜に輝く、秩父夜祭',
  group: 'saitama',
  place: '秩父市',
  kind: 'festival',
  summary: '12月2日と3日、提灯をともした屋台と笠鉾が街を進み、冬の花火が夜空を彩ります。',
  text: '',
  provenance: 'sample',
  sources: [],
  fileVersion: '',
  rendered: { html: '', headings: [], sections: [] },
};

/** What an editor writes, with each component once. */
export const editorsText = `## 見出し

本文には[リンク](/about/)と**強い言葉**、\`文字\`が入ります。

### 小さな見出し

- 箇条書き
- もう一つ

| 時期 | すること |
| --- | --- |
| 8か月前 | 荷物の量を調べる |
| 半年前 | 契約する |

<Note title="移転先が遠いとき">

荷物を二度に分けて運ぶ方法もあります。

</Note>

<Caution>

養生が済むまで、重い荷物を載せません。

</Caution>

<Steps>

1. 荷物の量を調べます。
2. 仕様書を作ります。

</Steps>

<Checklist title="前日までに">

- 鍵の受け渡しを確かめた
- 電話の切替えを知らせた

</Checklist>

<Quote source="資料名（発行者、年）">

引用する文を、そのまま入れます。

</Quote>
`;
