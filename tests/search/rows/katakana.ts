import { qa } from '../qa-ids.ts';
import { each, one, type Row } from '../row.ts';

export const katakana: readonly Row[] = [
  each('プロポーザル', [qa.proposalTender, qa.movers], 2, 'two pages tell of it at length'),
  each('マニフェスト', [qa.needles, qa.surplusFurniture], 2, 'the waste sheet; both pages explain it'),
  one('テレワーク', qa.telework, 1, 'the question has it'),
  one('ストレッチャー', [qa.vaccineFlow, qa.collapsedVisitor], 1, 'deep in two pages'),
  one('ブレイクアウトルーム', qa.onlineMeetings, 1, 'an alias has ブレイクアウト 小部屋'),
  one('アレルギー', [qa.seaSafety, qa.shelterFirstDay, qa.studyTour, qa.nurseryPlaces], 1, 'deep in four pages'),
  one('ドローン', qa.disasterCertificates, 1, 'once, in a paragraph'),
  one('マイクロフィルム', [qa.recordsDisposal, qa.recordsMoving], 1, 'deep in two pages'),
  one('モデレーター', qa.startGroup, 1, 'an alias; the page says モデレーション'),
  one('チャットボット', qa.phoneFlood, 1, 'not the page on chat'),
  one('プレゼンテーション', qa.proposalTender, 1, 'once, in brackets'),
  each('バックアップ', [qa.phoneAndLan, qa.cloudCosts], 2, 'once on each of two pages: to take one, and what it costs'),
  one('ライフジャケット', qa.seaSafety, 1, 'an alias; the page says 救命胴衣'),
  one('スタディツアー', qa.studyTour, 1, 'the question has it'),
  one('ファミリーサポートセンター', qa.backFromLeave, 1, 'the page writes it with middle dots'),
  one('リハーサル', [qa.phoneAndLan, qa.movingSchedule], 1, 'two pages'),
  one('クロノロジー', qa.firstThreeHours, 1, 'once, in brackets'),
  one('キャンセル料', qa.seaTripArrangements, 1, 'vaccination pages have キャンセル'),
];
