import { qa } from '../qa-ids.ts';
import { one, unanswered, type Row } from '../row.ts';

/**
 * Parts of katakana compounds, words in kana, dates and shorthand: what is a word on the page though other letters
 * touch it.
 */
export const wordsInside: readonly Row[] = [
  one('スタディ', qa.studyTour, 1, 'the page writes スタディツアー'),
  one('ツアー', qa.studyTour, 1, 'the other half of it'),
  one('マイクロ', [qa.recordsDisposal, qa.recordsMoving], 2, 'マイクロフィルム'),
  one('コロナ', [qa.covidMeetings, qa.leftoverVaccine], 2, 'コロナワクチン and コロナ禍'),
  unanswered('バスケ', 'バス is on pages, バスケ on none'),
  one('けが', qa.shelterFirstHour, 3, 'だけが and 助けが are none'),
  one('ひも', qa.shelterFirstHour, 1, 'once, in a paragraph'),
  one('コール・センター', [qa.phoneFlood, qa.vaccineBooking, qa.taxPayments], 1, 'pages write it without the dot'),
  one('ガイド・ブック', qa.generativeAi, 1, 'as above'),
  one('LGWAN系', [qa.telework, qa.phoneAndLan, qa.officeChat], 3, 'the pages write LGWAN'),
];
