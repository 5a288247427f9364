import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundGroup, soundQa, yaml } from './content.ts';

const answer = soundQa.answers[0];
const eventFile = 'content/events/exchange.yaml';
const vocabularyFile = 'content/vocabulary/moving.yaml';

expectRule('fields', {
  ok: [
    [
      'a review on the day of the answer',
      { [qaFile]: qa({ asked: '2026-01-05', answers: [{ ...answer, date: '2026-03-01' }], reviewBy: '2026-03-01' }) },
    ],
    ['plain', {}],
    ['120 characters outside the basic plane are 120 characters', { [qaFile]: qa({ summary: '𠮷'.repeat(120) }) }],
    ['a colon in a quoted text', { [qaFile]: qa({ summary: '注意: 早めに決めます' }) }],
    ['yes and no are words in YAML 1.2', { [qaFile]: qa().replace('summary: .*', 'summary: yes no on off') }],
    ['a leap day', { [qaFile]: qa({ asked: '2024-02-29' }) }],
    ['a withdrawn one', { [qaFile]: qa({ status: 'withdrawn', withdrawn: { date: '2026-10-01' } }) }],
    ['an event of unknown day', { [eventFile]: yaml(soundEvent) }],
    [
      'an event with times',
      {
        [eventFile]: yaml({
          ...soundEvent,
          when: undefined,
          start: '2027-02-13T14:00+09:00',
          end: '2027-02-13T16:00+09:00',
        }),
      },
    ],
    [
      'one word and what it leads to',
      { [vocabularyFile]: yaml({ title: '移転', synonyms: [{ words: ['引越し'], to: ['移転'], strength: 'near' }] }) },
    ],
  ],
  ng: [
    [
      'a review before the only answer',
      { [qaFile]: qa({ asked: '2026-01-05', answers: [{ ...answer, date: '2026-03-01' }], reviewBy: '2026-02-28' }) },
      /error 見直し期限が回答日より前です.*〔見直し期限（reviewBy）〕/,
    ],
    [
      'a review before the newest of several answers',
      {
        [qaFile]: qa({
          asked: '2022-02-07',
          answers: [
            { ...answer, date: '2022-02-09' },
            { ...structuredClone(answer), date: '2026-06-10' },
          ],
          reviewBy: '2024-03-31',
        }),
      },
      /error 見直し期限が回答日より前/,
    ],
    [
      'the same of an old answer',
      {
        [qaFile]: qa({
          status: 'outdated',
          asked: '2022-02-07',
          answers: [{ ...answer, date: '2026-06-10' }],
          reviewBy: '2026-06-09',
        }),
      },
      /error 見直し期限が回答日より前/,
    ],
    ...['/../', '/q/../x/', '/./', '/q/.hidden/', '/q/end./', '/q/.../', '/.htaccess/', '/.well-known/x/'].map(
      (address): [string, Record<string, string>, RegExp] => [
        address,
        { [qaFile]: qa({ redirectFrom: [address] }) },
        /以前のアドレス（1番目）の「\.?[^」]*\.?」は「\.」で始まるか終わるため、アドレスに使えません。直すか/,
      ],
    ),
    ...['/con/', '/q/NUL/', '/aux.txt/', '/q/com1/x/'].map((address): [string, Record<string, string>, RegExp] => [
      address,
      { [qaFile]: qa({ redirectFrom: [address] }) },
      /以前のアドレス（1番目）の「[^」]+」は、Windowsでファイル名に使えません。別の名前にするか/,
    ]),
    [
      'a long name',
      { [qaFile]: qa({ redirectFrom: [`/${'a'.repeat(101)}/`] }) },
      /「a{20}…」が長すぎます。「\/」と「\/」の間は100文字以下/,
    ],
    [
      'a long path',
      { [qaFile]: qa({ redirectFrom: ['/abcdefghi'.repeat(15) + '/'] }) },
      /以前のアドレス（1番目）が長すぎます。150文字以下/,
    ],
    ...['0001-01-01', '1867-12-31', '2101-01-01', '9999-12-31'].map((day): [string, Record<string, string>, RegExp] => [
      day,
      { [qaFile]: qa({ answers: [{ ...answer, date: day }] }) },
      /回答日の年が1868年から2100年までの間にありません。年を確かめて/,
    ]),
    ...[
      ['9999-12-31T20:00-05:00', '9999-12-31T23:00-05:00'],
      ['9999-12-31T10:00+09:00', '9999-12-31T11:00+09:00'],
      ['0001-01-01T00:00+09:00', '0001-01-01T01:00+09:00'],
    ].map(([start, end]): [string, Record<string, string>, RegExp[]] => [
      `${start}`,
      { [eventFile]: yaml({ ...soundEvent, when: undefined, start, end }) },
      [/開始の年が1868年から2100年まで/, /終了の年が/],
    ]),
    ...[
      '2027-02-30T14:00+09:00',
      '2027-02-29T14:00Z',
      '2027-02-13T24:00+09:00',
      '2027-02-13T14:00+15:00',
      '2027-02-13T14:00+09:60',
      '2027-13-01T14:00Z',
      '2027-02-13T14:60Z',
      '2027-00-13T14:00Z',
    ].map((start): [string, Record<string, string>, RegExp] => [
      start,
      { [eventFile]: yaml({ ...soundEvent, when: undefined, start, end: '2027-03-05T16:00+09:00' }) },
      /開始が実在しない日時です。日付・時刻と、最後の時差/,
    ]),
    [
      'a month of another age',
      { 'content/groups/gifu.yaml': yaml({ ...soundGroup, founded: '0021-09' }) },
      /発足した年月の年が1868年から/,
    ],
    [
      'an unknown field',
      { [qaFile]: qa({ foo: 1 }) },
      /error 「foo」という項目はありません。不要なら行ごと消してください。〔foo〕/,
    ],
    [
      'a slip in the name of a field',
      { [qaFile]: qa({ reveiwBy: '2027-01-01' }) },
      /「reviewBy」（見直し期限）の間違いなら/,
    ],
    [
      'the Japanese name of a field',
      { [qaFile]: qa({ 見直し期限: '2027-01-01' }) },
      /「reviewBy」（見直し期限）の間違いなら/,
    ],
    [
      'an unknown field inside an answer',
      { [qaFile]: qa({ answers: [{ ...answer, name: 'x' }] }) },
      /「name」という項目はありません.*〔回答（1番目）（answers\[0\]\.name）〕/,
    ],
    [
      'two unknown fields, each at its line',
      { [qaFile]: qa({ foo: 1, bar: 2 }) },
      [/:21:1 .*「foo」/, /:22:1 .*「bar」/],
    ],
    [
      'a missing field',
      { [qaFile]: qa({ summary: undefined }) },
      /:2:1 error 一言回答がありません。「summary:」の行を加えてください。.+〔一言回答（summary）〕/,
    ],
    ['a missing choice', { [qaFile]: qa({ status: undefined }) }, /状態がありません。「status:」の行/],
    [
      'a missing field of an answer',
      { [qaFile]: qa({ answers: [{ ...answer, date: undefined }] }) },
      /回答日がありません.*〔回答（1番目）の回答日（answers\[0\]\.date）〕/,
    ],
    ['an empty field', { [qaFile]: qa().replace(/^summary: .*/m, 'summary:') }, /:4:\d+ error 一言回答が空です/],
    ['an empty choice', { [qaFile]: qa().replace('status: current', 'status:') }, /状態が空です。次のどれか/],
    [
      'a wrong choice',
      { [qaFile]: qa({ status: 'done' }) },
      /状態の値が正しくありません。次のどれかにしてください：current（有効）、needs-review（要確認）、outdated（古い情報）、withdrawn（取り下げ）/,
    ],
    [
      'the Japanese word of a choice out of many',
      { [qaFile]: qa({ group: '岐阜県' }) },
      /「gifu（岐阜県）」の間違いなら/,
    ],
    [
      'a slip in a choice out of many',
      { 'content/groups/gifu.yaml': yaml({ ...soundGroup, neighbours: ['nagno'] }) },
      /「nagano（長野県）」の間違いなら直してください。.*47個.*〔隣の都道府県（1番目）（neighbours\[0\]）〕/,
    ],
    [
      'a question too short',
      { [qaFile]: qa({ question: 'いつですか' }) },
      /質問が短すぎます。10文字以上にしてください。今は5文字です/,
    ],
    [
      'a summary too long',
      { [qaFile]: qa({ summary: 'あ'.repeat(121) }) },
      /一言回答が長すぎます。120文字以下にしてください。今は121文字です/,
    ],
    [
      'a summary on two lines',
      { [qaFile]: qa({ summary: 'これは一行目\n二行目です' }) },
      /一言回答に改行や目に見えない文字/,
    ],
    ['spaces around', { [qaFile]: qa({ summary: ' 早めに決めます' }) }, /一言回答の前か後ろに余分な空白/],
    [
      'a number for a text',
      { 'content/groups/gifu.yaml': yaml(soundGroup).replace('"21"', '21') },
      /都道府県コードは文字で書きます。値を「"」で囲んで/,
    ],
    ['a text for a list', { [qaFile]: qa({ topics: 'office-move' }) }, /話題は一覧（.*）で書きます/],
    ['a list that is empty', { [qaFile]: qa({ topics: [] }) }, /話題の数が足りません。1個以上/],
    [
      'a list that is too long',
      { [qaFile]: qa({ topics: ['a', 'b', 'c', 'd', 'e'] }) },
      /話題の数が多すぎます。4個以下/,
    ],
    [
      'a day that does not exist',
      { [qaFile]: qa({ asked: '2026-02-30' }) },
      /質問日が日付の形ではないか、実在しない日です。「2026-04-01」の形/,
    ],
    ['a day with slashes', { [qaFile]: qa({ reviewBy: '2027/1/1' }) }, /見直し期限が日付の形ではない/],
    ['a month beyond the year', { [qaFile]: qa({ months: [13] }) }, /時期（月）（1番目）は12以下の数/],
    ['a yearly question without a month', { [qaFile]: qa({ timing: 'yearly' }) }, /「毎年この月」.*月がありません/],
    [
      'a yearly question with an empty list of months',
      { [qaFile]: qa({ timing: 'yearly', months: [] }) },
      /月を一つ以上/,
    ],
    ['a timing that does not exist', { [qaFile]: qa({ timing: 'monthly' }) }, /yearly（毎年この月）、anytime（随時）/],
    ['half a month', { [qaFile]: qa({ months: [1.5] }) }, /は整数で書きます/],
    [
      'an address of another kind',
      { [qaFile]: qa({ sources: [{ title: '資料', url: 'ftp://example.jp/' }] }) },
      /URLがURLの形ではありません.*〔出典（1番目）のURL（sources\[0\]\.url）〕/,
    ],
    [
      'a wrong check digit',
      { [qaFile]: qa({ answers: [{ ...answer, by: { ...answer?.by, organisation: '212017' } }] }) },
      /全国地方公共団体コードの6桁.*〔回答（1番目）の答えた人の団体コード（answers\[0\]\.by\.organisation）〕/,
    ],
    ['an id of a wrong form', { 'content/qa/gifu/AB.mdx': qa({ id: 'AB' }) }, /IDがIDの形ではありません/],
    [
      'a former address without slashes',
      { [qaFile]: qa({ redirectFrom: ['q/old'] }) },
      /以前のアドレス（1番目）がアドレスの形ではありません/,
    ],
    [
      'a thread without consent',
      { [qaFile]: qa({ provenance: 'chat' }) },
      /:2:1 error 由来が「県人会の投稿」（chat）なのに了承.*〔了承（consent）〕/,
    ],
    ['an article without source', { [qaFile]: qa({ provenance: 'article' }) }, /出典（sources）がありません/],
    ['withdrawn without a day', { [qaFile]: qa({ status: 'withdrawn' }) }, /取り下げた日（date）を書いて/],
    [
      'a day of withdrawal for what is in force',
      { [qaFile]: qa({ withdrawn: { date: '2026-10-01' } }) },
      /状態が「取り下げ」ではありません/,
    ],
    ['a review before the question', { [qaFile]: qa({ reviewBy: '2026-01-01' }) }, /見直し期限が質問日より前/],
    [
      'all errors at once, across fields too',
      { [qaFile]: qa({ foo: 1, status: 'x', provenance: 'chat', summary: undefined }) },
      [/一言回答がありません/, /了承/, /状態の値/, /「foo」/],
    ],
    ['an event without time', { [eventFile]: yaml({ ...soundEvent, when: undefined }) }, /日時がありません/],
    [
      'an event that ends before it starts',
      { [eventFile]: yaml({ ...soundEvent, start: '2027-02-13T14:00+09:00', end: '2027-02-13T13:00+09:00' }) },
      /終了が開始より前か同じ/,
    ],
    [
      'a time without offset',
      { [eventFile]: yaml({ ...soundEvent, start: '2027-02-13T14:00', end: '2027-02-15T16:00+09:00' }) },
      [/開始が日時の形ではありません/],
    ],
    [
      'one word alone',
      { [vocabularyFile]: yaml({ title: '移転', synonyms: [{ words: ['引越し'], strength: 'same' }] }) },
      /言葉が一つだけ.*〔言い換え（1番目）の言葉（synonyms\[0\]\.words）〕/,
    ],
    [
      'a reading in kanji',
      { [vocabularyFile]: yaml({ title: '移転', readings: [{ reading: '引越', words: ['引越'] }] }) },
      /よみ（ひらがな）がひらがなではありません/,
    ],
    ['a list in place of fields', { 'content/topics/office.yaml': '- a\n' }, /項目のまとまり/],
    [
      'an empty file',
      { 'content/topics/office.yaml': '' },
      [/話題の名前がありません/, /よみがありません/, /並び順がありません/, /説明がありません/],
    ],
  ],
});
