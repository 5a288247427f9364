import { describe, expect, it } from 'vitest';
import { findRequest } from '../../../src/search/query/find-request.ts';
import { wrapRequest } from '../../bench/search/messages.ts';

const withoutStops = (text: string) => text.replace(/[。\s]+/g, '');

describe('a message', () => {
  const requests = ['避難所の鍵は誰が持っていますか。', '公用車の事故を報告する様式を探しています。', '議事録の公開まで何日かかりますか'];
  it.each(requests)('around %s is left out', (request) => {
    const found = Array.from({ length: 60 }, (_, number) => withoutStops(findRequest(wrapRequest(request, number))));
    expect(found.filter((text) => text !== withoutStops(request)).length).toBeLessThanOrEqual(6);
    expect(found.every((text) => text.includes(withoutStops(request)))).toBe(true);
  });

  // Written apart from the sixty.
  it.each([
    ['お疲れさまです。飛騨市の中村です。消防団の報酬はいくらですか。どなたかご存じでしたらお願いします。', '消防団の報酬はいくらですか'],
    ['お世話になっております。\n郡上市建設課の原と申します。\n除雪の単価はどう決めていますか。\nお手数ですがご回答ください。\n\n原 三郎\nTEL 0575-11-1111', '除雪の単価はどう決めていますか'],
    ['@山田さん こんにちは😀 図書館の休館日を変えた町はありますか？ よろしくお願いします🙏', '図書館の休館日を変えた町はありますか?'],
    ['おはようございます。質問があります。「おくやみ窓口」の予約は電話だけですか。お返事お待ちしています。', 'おくやみ窓口 の予約は電話だけですか'],
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
