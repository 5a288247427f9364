import { qa } from '../qa-ids.ts';
import { each, never, one, type Row } from '../row.ts';

const waste = [qa.needles, qa.surplusFurniture];
const shelters = [qa.shelterFirstHour, qa.shelterFirstDay];

/** Old forms, variants and what copying out of PDF files leaves behind. */
export const characterForms: readonly Row[] = [
  one('廳舍 移轉 業者', qa.movers, 1, 'old forms of 庁舎移転'),
  one('縣人會 世話役', [qa.handOverGroup, qa.startGroup, qa.helpFromOtherGroups], 1, 'old forms of 県人会'),
  one('廣報 取材', qa.prAndPress, 1, 'old form of 広'),
  one('髙齢者 送迎', qa.vaccineTransport, 1, 'ladder-form 高, common in names'),
  one('參集 震度', qa.reportForDuty, 1, 'old form of 参'),
  one('豫算 要求', qa.budgetRequest, 1, 'old form of 予'),
  one('海濱 監視員', [qa.typhoonTourists, qa.seaSafety], 1, 'old form of 浜'),
  one('離嶋 欠航', qa.typhoonTourists, 1, 'variant of 島'),
  one('圖面 搬入', qa.carryingIn, 1, 'old form of 図'),
  one('⽔害 ごみ 分別', qa.disasterWaste, 1, 'Kangxi radical ⽔ from a PDF file'),
  one('議\u{E0100}会 答弁', qa.councilAnswers, 1, 'a variation selector behind 議'),
];

/** Full and half width. */
export const widths: readonly Row[] = [
  one('ﾜｸﾁﾝ 予約', qa.vaccineBooking, 1, 'half-width katakana'),
  one('ﾏﾆﾌｪｽﾄ', waste, 1, 'half-width with a small letter'),
  one('ﾃﾚﾜｰｸ', qa.telework, 1, 'half-width with a long-vowel mark'),
  one('ｶｽﾊﾗ', qa.customerHarassment, 1, 'half-width abbreviation'),
  one('ＬＧＷＡＮ　テレワーク', qa.telework, 1, 'full-width Latin and space'),
  one('ｌａｎ 切替', qa.phoneAndLan, 1, 'full-width small letters'),
  one('１１８番', qa.seaSafety, 1, 'full-width digits'),
  one('震度５弱', [qa.reportForDuty, qa.intensityByTown, qa.earthquakeSharing], 1, 'full-width digit between kanji'),
  one('ＡＥＤ 救護', qa.collapsedVisitor, 1, 'full-width abbreviation'),
  one('ＣｈａｔＧＰＴ', qa.generativeAi, 1, 'full-width mixed case'),
  one('引越し　業者　時期', qa.movers, 1, 'ideographic spaces'),
];

/** With and without the long-vowel mark at the end. */
export const longVowels: readonly Row[] = [
  one('サーバ 移設', qa.phoneAndLan, 1, 'as JIS wrote it'),
  one('サーバー 移設', qa.phoneAndLan, 1, 'as the page writes it'),
  one('サ−バ−室 移転', qa.phoneAndLan, 1, 'minus signs for long-vowel marks'),
  one('エレベータ 養生', qa.carryingIn, 1, 'as JIS wrote it'),
  one('エレベーター 養生', qa.carryingIn, 1, 'as the page writes it'),
  one('プリンタ 署名', qa.noWriteCounter, 1, 'the page writes プリンター'),
  one('共有フォルダ 廃棄', qa.recordsDisposal, 1, 'the page writes フォルダー'),
  one('モデレータ', qa.startGroup, 1, 'an alias writes モデレーター'),
  one('カスタマハラスメント', qa.customerHarassment, 1, 'an alias writes カスタマー'),
  one('コンピュータ 引越し', [qa.phoneAndLan, qa.movers, qa.surplusFurniture], 2, 'pages write パソコン'),
  one('キャラクタ スレッド', qa.saitamaMascots, 1, 'the page writes キャラクター'),
];

/** One letter wrong, missing, doubled, swapped, or converted to the wrong kanji. */
export const typos: readonly Row[] = [
  one('引越し 業社', qa.movers, 1, '業者 converted wrongly'),
  one('ワクチソ 動線', qa.vaccineFlow, 1, 'ソ for ン'),
  one('アナフィラキーシ', qa.collapsedVisitor, 1, 'two letters swapped'),
  one('プロポザール', qa.proposalTender, 2, 'long-vowel mark in the wrong place'),
  one('マニュフェスト', waste, 1, 'a frequent misspelling of マニフェスト'),
  one('テレワク', qa.telework, 1, 'long-vowel mark missing in the middle'),
  one('罹災照明書', qa.disasterCertificates, 1, '証明 converted wrongly'),
  one('罷災証明書', qa.disasterCertificates, 1, '罷 looks like 罹'),
  each('避難書 トイレ', shelters, 2, '所 converted wrongly'),
  one('期日前東票', qa.pollingStations, 1, '投 converted wrongly'),
  one('エレベター 養生', qa.carryingIn, 1, 'long-vowel mark missing'),
  one('LGWNA テレワーク', qa.telework, 1, 'Latin letters swapped'),
  one('ChatGTP', qa.generativeAi, 1, 'the most frequent misspelling of it'),
  one('スタデイツアー', qa.studyTour, 1, 'a large イ'),
  one('個別非難計画', qa.evacuationRoster, 1, '避難 converted wrongly'),
  one('利用調製 保育所', qa.nurseryPlaces, 1, '調整 converted wrongly'),
  one('ひなんじゅ', shelters, 1, 'one kana wrong'),
  one('選居 投票所', qa.pollingStations, 1, '選挙 converted wrongly; it is offered'),
  never('選居', [qa.pollingStations], 'what may be meant is offered, not mixed in'),
  never('無線機', [qa.positionOrdinance], '無線局 is another thing'),
  never('長野市', [qa.equalFooting, qa.seaExamples], '長野県 is another place'),
  one('ブロポーザル', qa.proposalTender, 2, 'ブ for プ'),
];

/** Romaji typed with the input method off. */
export const romaji: readonly Row[] = [
  one(
    'hikkoshi',
    [
      qa.movers,
      qa.movingMistakes,
      qa.movingSchedule,
      qa.recordsMoving,
      qa.carryingIn,
      qa.volumeSurvey,
      qa.askTheExperienced,
    ],
    1,
    '引越し',
  ),
  one('hikkoshi gyousha', qa.movers, 1, 'two words'),
  one('hinanjo', shelters, 1, '避難所'),
  one('ｈｉｎａｎｊｏ', shelters, 1, 'full-width'),
  one('wakuchin yoyaku', qa.vaccineBooking, 1, 'katakana and kanji words'),
  one('jishin sanshuu', qa.reportForDuty, 1, 'a long vowel as uu'),
  one('yosan youkyuu', qa.budgetRequest, 1, 'a contracted sound'),
  one('senkyo', qa.pollingStations, 1, '選挙'),
  one('hoikuen', qa.nurseryPlaces, 1, '保育園 → 保育所'),
  one('kenjinkai hikitsugi', qa.handOverGroup, 1, 'okurigana inside'),
  one('terewa-ku', qa.telework, 1, 'the long-vowel key gives a hyphen'),
  one(
    'tyousya iten',
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
    'as the keyboard is typed, not as it is read',
  ),
  one('risaishoumei', qa.disasterCertificates, 1, 'a long compound'),
];
