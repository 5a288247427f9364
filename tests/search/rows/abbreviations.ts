import { qa } from '../qa-ids.ts';
import { one, type Row } from '../row.ts';

/** Short forms that clerks say and pages do not. */
export const abbreviations: readonly Row[] = [
  one('マイナカード', qa.cardRenewals, 1, 'the page on マイナンバーカード, not those that mention it'),
  one('コロナ', [qa.covidMeetings, qa.leftoverVaccine, qa.vaccineRecords, qa.reviveGroup], 1, '新型コロナ'),
  one('県人会', [qa.startGroup, qa.handOverGroup, qa.helpFromOtherGroups, qa.reviveGroup, qa.recruitOnIntranet, qa.equalFooting, qa.saitamaMascots, qa.townPrideTopic, qa.askTheExperienced], 3, '都道府県人会'),
  one('カスハラ', qa.customerHarassment, 1, 'カスタマーハラスメント'),
  one('プロポ 審査', qa.proposalTender, 1, 'プロポーザル'),
  one('国保', [qa.springCounter, qa.taxPayments, qa.bereavementDesk], 2, '国民健康保険'),
  one('確申', qa.taxSeason, 1, '確定申告'),
  one('期日前', qa.pollingStations, 1, '期日前投票'),
  one('社協', [qa.sharedOffice, qa.vaccineTransport], 2, '社会福祉協議会'),
  one('選管', [qa.pollingStations, qa.openingCeremony], 2, '選挙管理委員会'),
  one('災対本部', [qa.firstThreeHours, qa.reportForDuty, qa.sharedOffice], 2, '災害対策本部'),
  one('情シス 一人', [qa.phoneAndLan, qa.telework], 3, '情報システム担当'),
  one('ケアマネ', qa.evacuationRoster, 1, 'ケアマネジャー'),
  one('庁内LAN', [qa.sharedOffice, qa.phoneAndLan], 2, 'LAN inside the office'),
  one('育短', qa.backFromLeave, 2, '育児短時間勤務'),
  one('住基', [qa.phoneAndLan, qa.noWriteCounter], 2, '住民基本台帳'),
  one('生成AI', qa.generativeAi, 1, 'not an abbreviation of the page, but of the field'),
  one('要支援者', qa.evacuationRoster, 1, '避難行動要支援者'),
  one('予診', [qa.vaccineFlow, qa.vaccineStaff, qa.collapsedVisitor], 1, '予診票'),
  one('PC', [qa.surplusFurniture, qa.phoneAndLan, qa.movers], 2, 'パソコン; no page says PC'),
  one('ＰＣ', [qa.surplusFurniture, qa.phoneAndLan, qa.movers], 2, 'in full width'),
  one('HP', [qa.phoneFlood, qa.springCounter], 2, 'ホームページ'),
  one('Twitter', qa.prAndPress, 1, 'SNS'),
  one('Facebook', qa.prAndPress, 1, 'SNS'),
  one('LINE', qa.prAndPress, 1, 'SNS'),
  one('EV 養生', qa.carryingIn, 1, 'エレベーター'),
  one('RFP', qa.proposalTender, 1, 'a request for proposals is プロポーザル'),
];
