import { qa } from '../qa-ids.ts';
import { never, one, unanswered, without, type Row } from '../row.ts';

const vaccination = [qa.vaccineBooking, qa.vaccineFlow, qa.vaccineStaff, qa.collapsedVisitor, qa.observationWait];

/** What the content does not answer: no page may be offered for a letter or an unrelated part of the word. */
export const notFound: readonly Row[] = [
  never('新幹線', [qa.phoneAndLan, qa.openingDay, qa.signs], '幹線 of LAN, 新 of 新庁舎'),
  unanswered('ガベージコレクション', 'a loanword that no page has'),
  unanswered('リポジトリ', 'a loanword that no page has'),
  unanswered('インターフェース', 'shares its beginning with インターネット'),
  without(one('犬', [qa.onlineApplications, qa.shelterFirstHour], 2, '犬の死亡届, 盲導犬'), [qa.handOverGroup, qa.positionOrdinance, qa.backFromLeave, qa.vaccineRecords, qa.needles]),
  never('犬の登録', [qa.handOverGroup, qa.positionOrdinance, qa.backFromLeave, qa.tellResidents, qa.reviveGroup], '登録 alone is another matter'),
  never('猫', [...vaccination, qa.movers], 'no page has it; pages on pets may stand'),
  unanswered('水族館', '水, 族 and 館 are on many pages'),
  unanswered('映画館', 'no page'),
  unanswered('野球場', '場 is on every page'),
  unanswered('金魚', 'no page'),
  never('税関', [qa.taxSeason, qa.taxPayments], '税 alone'),
  never('山火事', [qa.vaccineTransport, qa.taxSeason], '山 alone'),
  never('動物園', [qa.nurseryPlaces], '園 alone'),
  never('道の駅', [qa.morningAfter, qa.saitamaEarthquake], '駅 alone'),
  never('海外出張', [qa.seaSafety, qa.seaExamples], '海 alone'),
  unanswered('人工衛星', '人工呼吸器 and 衛星電話 are other things'),
  without(one('人工知能', qa.generativeAi, 1, 'AI in kanji'), [qa.evacuationRoster]),
  never('生活保護', [qa.shelterFirstDay, qa.generativeAi, qa.recordsDisposal, qa.telework], '生活 and 保護 apart are other things'),
  unanswered('電子書籍', '電子 is of 電子申請'),
  unanswered('星空観察', '観察 is of the vaccination sites'),
  unanswered('料理教室', '教室 is of the shelter'),
  unanswered('ブロックチェーン', 'ブロック is of the pavement'),
  never('クラウドファンディング', [qa.phoneAndLan, qa.telework], 'クラウド is of networks'),
  never('バスケットボール', [qa.seaTripArrangements, qa.typhoonTourists, qa.vaccineTransport], 'begins with バス'),
  never('コンビナート', [qa.springCounter, qa.taxPayments, qa.morningAfter], 'begins with コンビ'),
  never('コロッケ', [qa.covidMeetings, qa.leftoverVaccine, qa.vaccineRecords], 'looks like コロナ'),
  never('ロボット', [qa.phoneFlood], 'ends as チャットボット'),
  unanswered('サーフィン', 'begins as サーバー'),
  never('給食費', [qa.budgetRequest, qa.studyTour, qa.movers], '費 alone'),
  unanswered('blockchain', 'Latin that no page has'),
  unanswered('ズンドコホゲホゲピヨ', 'nonsense'),
];
