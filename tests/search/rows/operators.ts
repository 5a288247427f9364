import { qa } from '../qa-ids.ts';
import { each, one, without, type Row } from '../row.ts';

/** In quotation marks: only pages on which the phrase stands verbatim. */
export const phrases: readonly Row[] = [
  one('「書かない窓口」', qa.noWriteCounter, 1, 'Japanese quotation marks'),
  without(one('「地域防災計画」', qa.reportForDuty, 1, 'one page has it'), [qa.firstThreeHours, qa.evacuationRoster]),
  one('「だけが不利」', qa.nurseryPlaces, 1, 'grammar at its beginning, cut otherwise inside a sentence'),
  each('「だけが」', [qa.nurseryPlaces, qa.vaccineBooking, qa.studyTour], 6, 'grammar alone'),
  one('"最悪の10分間"', qa.seaSafety, 1, 'straight quotation marks'),
  without(one('「初日箱」', qa.movingMistakes, 1, 'one page has it'), [qa.openingDay, qa.movers]),
  each(
    '『予備日』',
    [qa.movingSchedule, qa.movers, qa.seaSafety, qa.seaTripArrangements, qa.movingMistakes],
    5,
    'double Japanese quotation marks; five pages',
  ),
  without(one('「三つの約束」 復職', qa.backFromLeave, 1, 'a phrase and a free word'), [qa.onLeave]),
  without(
    each(
      '“債務負担行為”',
      [qa.movingSchedule, qa.movers, qa.budgetRequest, qa.facilityManagerCosts, qa.priceRises, qa.cloudCosts],
      6,
      'curly quotation marks; the six pages that write it stand before all others',
    ),
    [qa.proposalTender],
  ),
  without(one('「離岸流」', qa.seaSafety, 1, 'one page has it'), [qa.seaTripArrangements, qa.typhoonTourists]),
  without(
    each(
      '「引越し業者」',
      [qa.movingSchedule, qa.sharedOffice, qa.askTheExperienced],
      3,
      'three pages write it without a particle',
    ),
    [qa.movers, qa.movingMistakes],
  ),
  without(
    one(
      '"引っ越し業者"',
      [qa.movingSchedule, qa.sharedOffice, qa.askTheExperienced],
      1,
      'okurigana do not matter even in a phrase',
    ),
    [qa.movers],
  ),
];

/** Words that must not occur. */
export const minusWords: readonly Row[] = [
  without(
    one(
      '地震 -埼玉',
      [qa.reportForDuty, qa.firstThreeHours, qa.morningAfter, qa.earthquakeSharing, qa.intensityByTown],
      1,
      'the interview is not wanted',
    ),
    [qa.saitamaEarthquake, qa.saitamaMascots],
  ),
  without(
    one(
      'ワクチン -予約',
      [qa.collapsedVisitor, qa.needles, qa.leftoverVaccine, qa.vaccineRecords],
      1,
      'four pages do without',
    ),
    [qa.vaccineBooking, qa.vaccineFlow, qa.vaccineStaff, qa.observationWait, qa.vaccineTransport],
  ),
  without(
    one(
      '避難所 -トイレ',
      [qa.earthquakeSharing, qa.reportForDuty, qa.tellResidents, qa.evacuationRoster, qa.positionOrdinance],
      3,
      'both shelter pages tell of it',
    ),
    [qa.shelterFirstDay, qa.shelterFirstHour],
  ),
  without(one('海 －台風', [qa.seaSafety, qa.seaTripArrangements, qa.seaExamples], 1, 'full-width minus'), [
    qa.typhoonTourists,
  ]),
  without(one('プロポーザル −引越し', qa.proposalTender, 1, 'minus sign'), [qa.movers]),
  without(
    one(
      '庁舎 -移転 -引越し',
      [qa.signs, qa.openingDay, qa.firstThreeHours, qa.customerHarassment, qa.phoneFlood],
      3,
      'two minus words',
    ),
    [qa.movers, qa.tellResidents, qa.recordsMoving],
  ),
  without(one('育休 -"県人会"', [qa.nurseryPlaces, qa.reportForDuty], 2, 'a minus phrase'), [
    qa.onLeave,
    qa.townPrideTopic,
  ]),
];

/** Japanese and Latin in one query. */
export const mixed: readonly Row[] = [
  one('LGWAN チャット', [qa.officeChat, qa.telework], 1, 'an alias of one, a table of the other'),
  one('eL-QR 領収書', qa.taxPayments, 1, 'a hyphen inside a name'),
  one('elqr 使えない', qa.taxPayments, 1, 'without its hyphen'),
  one('SNS 炎上', qa.prAndPress, 1, 'SNS is on many pages'),
  one('AED 係', qa.collapsedVisitor, 2, 'AED is on many pages'),
  one('窓口DX', qa.noWriteCounter, 1, 'no space between'),
  one('PCB 処分期限', qa.surplusFurniture, 1, 'a note of the page'),
  one('Web会議 LGWAN', qa.telework, 1, 'an alias'),
  one('Jアラート 受信', [qa.phoneAndLan, qa.firstThreeHours, qa.reportForDuty], 1, 'a letter and katakana'),
  one('αモデル βモデル 違い', qa.telework, 1, 'Greek letters'),
  one('J-LIS 手続', [qa.phoneAndLan, qa.positionOrdinance, qa.telework], 2, 'a hyphen inside a name'),
  one('VRS 記録', qa.vaccineRecords, 1, 'an outdated page is still the answer'),
  one('IVR 電話', qa.phoneFlood, 1, 'only an alias has the word'),
  one('Zoom 司会', qa.onlineMeetings, 1, 'only an alias has the word'),
  one('WBGT 中止', qa.seaSafety, 1, 'once, in brackets'),
  one('X アカウント なりすまし', qa.prAndPress, 1, 'a name of one letter'),
  one('QRコード 税金', qa.taxPayments, 1, 'everyday name of eL-QR'),
  one('BPR 窓口', qa.noWriteCounter, 1, 'an alias and a source'),
  one('AI 議事録', qa.generativeAi, 1, 'an alias'),
  one('USBメモリ 持ち出し', qa.telework, 1, 'the page writes USBメモリー'),
  one('B類 定期接種', qa.leftoverVaccine, 3, 'a letter and a kanji; the page is outdated and may sink'),
];
