import { qa } from '../qa-ids.ts';
import { each, never, one, type Row } from '../row.ts';

const inTokyo = ['aiop2hv6', 'cfcqm3jh', 'y7ikoze3'];

/** What the page shows around its texts: group, topic, who answered, sources, days, addresses. */
export const aroundTexts: readonly Row[] = [
  each('東京', inTokyo, 3, 'the group; no text of these says it'),
  each('とうきょう', inTokyo, 3, 'the group in kana'),
  each('都庁', inTokyo, 3, 'the office of the prefecture'),
  one('富山県', 'f7glzeyd', 1, 'one Q&A of this group'),
  one('石川県庁', ['h5iucpdp', 'nmy2khqd'], 1, 'the office of the prefecture'),
  one('kochi', 'gcimytll', 1, 'the group with the input method off'),
  one('沖縄 観光客', 'vtzkvfrl', 1, 'a group and a word of the question'),
  never('千葉市', inTokyo, 'a city is no prefecture'),
  one('デジタル庁', ['b5caboc4', 'p5wbnoxe', '6nk3i3f4', 'z5p7r7w5', '5w57oukr'], 3, 'a source'),
  one('海上保安庁', qa.seaSafety, 2, 'a source'),
  one('日本スポーツ振興センター', ['xqpxgd45', '3ryokcj7', 'hlvsd2xn'], 3, 'a source'),
  one('気象庁 地震情報', [qa.intensityByTown, qa.firstThreeHours], 3, 'a source'),
  one('接種対策担当', qa.leftoverVaccine, 1, 'the label of who answered'),
  one('物品管理担当', 'f7glzeyd', 1, 'the label of the second who answered'),
  one('文書取扱主任', qa.recordsDisposal, 1, 'the label of the second who answered'),
  one('2026年7月8日', '5p3tn7h3', 1, 'the day of an answer'),
  one('令和8年7月8日', '5p3tn7h3', 1, 'the same day by the era'),
  one('R8.7.8', '5p3tn7h3', 1, 'the same day in shorthand'),
  one('2026-05-22', [qa.movers, 'llig7xzx', 'hyli2att'], 3, 'a day as machines write it'),
  one('政令指定都市', ['f6kfu4ti', 'i54euape', 'hyli2att'], 3, 'the kind of body'),
  one('f6dnabg6', qa.movers, 1, 'an id'),
  one('ｆ６ｄｎａｂｇ６', qa.movers, 1, 'an id in full width'),
  one('https://example.com/kb/q/emmgjnyg/?a=b#a1', qa.askTheExperienced, 1, 'an address below another base'),
  one('/q/emmgjnyg/#answers', qa.askTheExperienced, 1, 'a path'),
  one('県人会で聞いた話 http://localhost:4471/q/emmgjnyg/ です。', qa.askTheExperienced, 1, 'an address in a message'),
];
