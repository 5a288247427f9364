import { qa } from '../qa-ids.ts';
import { each, one, type Row } from '../row.ts';

const shelters = [qa.shelterFirstHour, qa.shelterFirstDay];

/** Numbers with their units. */
export const numbers: readonly Row[] = [
  each('3.5平方メートル', shelters, 2, 'a decimal'),
  one('3.5㎡ 避難所', shelters, 1, '㎡ for 平方メートル'),
  one('震度5弱', [qa.reportForDuty, qa.intensityByTown, qa.earthquakeSharing], 1, 'a grade that is no plain number'),
  one('15分 30分 待機', qa.observationWait, 1, 'both numbers are elsewhere too'),
  one('14日以内 届出', [qa.springCounter, qa.bereavementDesk], 1, '届出 is on many pages'),
  each('50人に1基 トイレ', shelters, 2, 'two numbers'),
  one('2トン車', qa.volumeSurvey, 1, 'not the page that says 4トン車 alone'),
  one('4トン車', [qa.volumeSurvey, qa.disasterWaste], 1, 'two pages'),
  one('118番', qa.seaSafety, 1, 'the coast guard, not 119'),
  one('119番', qa.collapsedVisitor, 1, 'the summary names it'),
  one('3分の2の同意', qa.positionOrdinance, 1, 'a fraction'),
  one('5年保存', qa.recordsDisposal, 1, 'the page says 「5年保存」'),
  one('960時間', qa.movers, 1, 'overtime of drivers'),
  one('77市町村', qa.equalFooting, 1, 'Nagano'),
  one('8cm 文字の高さ', qa.signs, 1, 'the page writes 8 cm'),
  one('令和8年度 税制改正', qa.taxSeason, 1, 'an era year'),
  one('2024年4月 トラック運転者', qa.movers, 2, 'a year and a month'),
  one('1月31日 提出期限', qa.taxSeason, 1, 'a day'),
  one('一一九番', qa.collapsedVisitor, 1, 'the number in kanji'),
  one('百十九番', qa.collapsedVisitor, 1, 'the number as it is read'),
  one('二十四時間', qa.shelterFirstDay, 1, 'hours in kanji'),
  one('十パーセント', qa.disasterCertificates, 1, 'a share in kanji'),
  one('10％', qa.disasterCertificates, 1, 'its sign'),
  one('四月一日', [qa.recordsDisposal, qa.smallContracts], 2, 'a day in kanji'),
  one('4/1', [qa.recordsDisposal, qa.smallContracts], 2, 'a day in shorthand'),
  one('令和三年十月', [qa.earthquakeSharing, qa.saitamaEarthquake], 1, 'a month of an era in kanji'),
  one('R3年10月', [qa.earthquakeSharing, qa.saitamaEarthquake], 1, 'the same month in shorthand'),
  one('300kg 床', qa.carryingIn, 1, 'the page writes 300 kg'),
];
