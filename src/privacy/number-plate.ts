import type { Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Number plates of cars. The offices that register them are few; without one of their names 「300の1234」 would be a
 * plate. `prose` is folded text.
 */
export function findNumberPlates(prose: string): Detection[] {
  return findMatches(prose, plate).map((match) => ({
    kind: 'number-plate',
    start: match.index,
    end: match.index + match[0].length,
    certainty: match.groups?.['serial']?.includes('-') === true ? 'certain' : 'likely',
  }));
}

const offices = `
札幌 函館 旭川 室蘭 苫小牧 釧路 知床 帯広 北見 青森 弘前 八戸 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 白河 いわき
水戸 土浦 つくば 宇都宮 那須 とちぎ 日光 群馬 前橋 高崎 大宮 川口 所沢 川越 熊谷 春日部 越谷 千葉 成田 習志野 市川 船橋 袖ヶ浦 市原
松戸 野田 柏 品川 世田谷 練馬 杉並 板橋 足立 江東 葛飾 八王子 多摩 横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 富山 石川 金沢 福井
長野 松本 諏訪 南信州 安曇野 岐阜 飛騨 静岡 浜松 沼津 伊豆 名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市
伊勢志摩 滋賀 京都 大阪 なにわ 和泉 堺 奈良 飛鳥 和歌山 神戸 姫路 鳥取 島根 出雲 岡山 倉敷 広島 福山 山口 下関 徳島 香川 高松 愛媛
高知 福岡 北九州 久留米 筑豊 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄
`
  .trim()
  .split(/\s+/);
/** No plate has お, し, へ, ん or a voiced letter; vehicles of foreign forces have Latin ones. */
const letter = '[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわをABEHKMTY]';
const numberOfPlate = String.raw`[1-9][0-9A-Z]{1,2}\s?${letter}\s?(?<serial>\d?\d-\d\d|\d{4}|[・･.]{1,3}\s?\d{1,3})`;
const plate: GuardedPattern = {
  needs: new RegExp(numberOfPlate),
  pattern: new RegExp(String.raw`(?:${offices.join('|')})\s?${numberOfPlate}(?![\d-]|[件人円年個枚世台])`, 'g'),
};
