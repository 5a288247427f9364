import { describe, expect, it } from 'vitest';
import { findRequest } from '../../../src/search/query/find-request.ts';
import { wrapRequest } from '../../bench/search/messages.ts';

const withoutStops = (text: string) => text.replace(/[。\s]+/g, '');

describe('a message', () => {
  const requests = [
    '避難所の鍵は誰が持っていますか。',
    '公用車の事故を報告する様式を探しています。',
    '議事録の公開まで何日かかりますか',
  ];
  it.each(requests)('around %s is left out', (request) => {
    const found = Array.from({ length: 60 }, (_, number) => withoutStops(findRequest(wrapRequest(request, number))));
    expect(found.filter((text) => text !== withoutStops(request)).length).toBeLessThanOrEqual(6);
    expect(found.every((text) => text.includes(withoutStops(request)))).toBe(true);
  });

  // Written apart from the sixty.
  it.each([
    [
      'お疲れさまです。飛騨市の中村です。消防団の報酬はいくらですか。どなたかご存じでしたらお願いします。',
      '消防団の報酬はいくらですか',
    ],
    [
      'お世話になっております。\n郡上市建設課の原と申します。\n除雪の単価はどう決めていますか。\nお手数ですがご回答ください。\n\n原 三郎\nTEL 0575-11-1111',
      '除雪の単価はどう決めていますか',
    ],
    [
      '@山田さん こんにちは😀 図書館の休館日を変えた町はありますか？ よろしくお願いします🙏',
      '図書館の休館日を変えた町はありますか?',
    ],
    ['夜分にすみません、投票所の人員配置で悩んでいます。何人くらい置いていますか？', '投票所の人員配置で悩んでいます'],
    ['突然の投稿失礼します。公用車の保険は何社から見積りを取りますか。', '公用車の保険は何社から見積りを取りますか'],
    ['いつも勉強させていただいています。在宅勤務の端末が足りません。', '在宅勤務の端末が足りません'],
    [
      '水道の凍結を知らせる文例はありますか。ご多用のところ大変恐れ入りますが、何卒よろしくお願い申し上げます。',
      '水道の凍結を知らせる文例はありますか',
    ],
    [
      '標記の件につきまして、下記のとおり照会いたします。\n1 誤送信の報告期限\n2 本人への通知方法\nご回答は12月10日までにお願いします。',
      '1誤送信の報告期限2本人への通知方法',
    ],
    [
      '> 業者は決まりましたか\nありがとうございます。引越し業者は何社に声をかけますか。',
      '引越し業者は何社に声をかけますか',
    ],
    [
      'おはようございます。質問があります。「おくやみ窓口」の予約は電話だけですか。お返事お待ちしています。',
      'おくやみ窓口 の予約は電話だけですか',
    ],
    ['はじめまして、○○県△△市の税務課におります。納付書の様式をどう変えましたか？', '納付書の様式をどう変えましたか?'],
    [
      '急ぎではないのですが…公用車の鍵を貸し出す表を作っている団体さんがいらっしゃれば教えてほしいです。',
      '公用車の鍵を貸し出す表を作っている団体さん',
    ],
    ['こんばんは。選挙の啓発を学校でしているところがあれば見せてほしいです。', '選挙の啓発を学校でしているところ'],
    [
      'お世話になります。消防団の名簿を端末で管理している市町村さんはいらっしゃいませんか？',
      '消防団の名簿を端末で管理している',
    ],
  ])('%j asks %j', (message, request) => expect(withoutStops(findRequest(message))).toBe(withoutStops(request)));
});

it.each([
  '庁舎移転 水族館',
  '「接種会場」 -予約',
  'お世話係の決め方',
  '犬の登録を教えてください',
  '手続きが分かりません。どこに聞けばいいですか。',
  'ありがとうカード',
  '担当者',
  'よろしくお願いします',
])('%s is searched as it stands', (text) => expect(findRequest(text)).toBe(text));
