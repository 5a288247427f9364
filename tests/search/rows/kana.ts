import { qa } from '../qa-ids.ts';
import { one, type Row } from '../row.ts';

const moving = [
  qa.movers,
  qa.movingMistakes,
  qa.movingSchedule,
  qa.recordsMoving,
  qa.carryingIn,
  qa.volumeSurvey,
  qa.askTheExperienced,
];
const shelters = [qa.shelterFirstHour, qa.shelterFirstDay];
const earthquakes = [
  qa.reportForDuty,
  qa.firstThreeHours,
  qa.morningAfter,
  qa.earthquakeSharing,
  qa.intensityByTown,
  qa.saitamaEarthquake,
];
const groups = [
  qa.startGroup,
  qa.handOverGroup,
  qa.helpFromOtherGroups,
  qa.reviveGroup,
  qa.recruitOnIntranet,
  qa.equalFooting,
  qa.saitamaMascots,
  qa.townPrideTopic,
  qa.askTheExperienced,
];

/** Kana typed for kanji, as when the input method was not asked to convert. */
export const kana: readonly Row[] = [
  one('ひっこし', moving, 1, '引越し'),
  one('ひっこし ぎょうしゃ', qa.movers, 1, 'two words in kana'),
  one('ヒッコシ 業者', qa.movers, 1, 'katakana from the wrong key'),
  one('ひなんじょ', shelters, 1, '避難所'),
  one(
    'よぼうせっしゅ',
    [
      qa.vaccineStaff,
      qa.vaccineFlow,
      qa.vaccineRecords,
      qa.vaccineBooking,
      qa.observationWait,
      qa.leftoverVaccine,
      qa.collapsedVisitor,
      qa.needles,
    ],
    1,
    '予防接種',
  ),
  one('じしん', earthquakes, 1, '地震, not 自信'),
  one('ほいくえん', qa.nurseryPlaces, 1, '保育園 → 保育所'),
  one('せんきょ', qa.pollingStations, 1, '選挙'),
  one('よさん ようきゅう', qa.budgetRequest, 1, '予算要求'),
  one('りさいしょうめい', qa.disasterCertificates, 1, '罹災証明, hard to write'),
  one('けんじんかい', groups, 3, '県人会'),
  one('いくきゅう', [qa.backFromLeave, qa.onLeave], 1, '育休'),
  one('おくやみ', qa.bereavementDesk, 1, 'kana on the page too'),
  one(
    'ちょうしゃ いてん',
    [
      qa.movingSchedule,
      qa.tellResidents,
      qa.movers,
      qa.phoneAndLan,
      qa.recordsMoving,
      qa.volumeSurvey,
      qa.surplusFurniture,
      qa.positionOrdinance,
    ],
    2,
    '庁舎移転',
  ),
  one('ぎかい とうべん', qa.councilAnswers, 1, '議会答弁'),
  one('ぶんしょ はいき', [qa.recordsDisposal, qa.recordsMoving], 1, '文書廃棄'),
  one('ごみ かりおきば', qa.disasterWaste, 1, '仮置場'),
];
