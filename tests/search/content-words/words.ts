/**
 * Words of `content/`, chosen before the search was asked for any. Of all stretches of hiragana that stand there
 * between the beginning of a phrase and a particle or sign, those that are nouns; of kanji with hiragana likewise,
 * every fourth in the order of their code points.
 */
export const everydayWords: readonly string[] =
  `ごみ けが ふた ほこり きょうだい ひも ばんそうこう あざ おむつ うわさ じゅうたん あいさつ おくやみ かかと くらげ しおり かび はさみ おそれ ふだん ねらい つまずき ずれ
わが町 乗り場 休み 使い方 催し 冷え 刺し傷 勤め先 合わせ 土のう 増え方 夜明け 写し 張り紙 手引き 扱い 揺れ 明渡し 書き方 木くず 残り 決まり 申し出 空き家 行き先 裏話 見込み 買い物 車いす 送り先 違い 長さ 飲み水 貼り紙
`
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * Katakana compounds of `content/`, with the words that they are made of by common knowledge: all from five letters on
 * that are not one loanword.
 */
export const katakanaCompounds: ReadonlyMap<string, readonly string[]> = new Map(
  `ガバメント・クラウド マイナンバー・カード クーリング・シェルター モバイル・バッテリー チャット・ボット コール・センター リレー・サービス ガス・ボンベ ケア・マネジャー
リチウム・イオン ウェット・スーツ ラッシュ・ガード ライフ・セービング コロナ・ワクチン ファイル・メートル マイクロ・フィルム ガイド・ブック セキュリティ・ポリシー スタディ・ツアー
コミュニケーション・ボード ボール・ベッド チャイルド・シート タイル・カーペット マイナ・ポータル クラウド・サービス ローカル・ブレイクアウト サイバー・セキュリティ`
    .split(/\s+/)
    .map((compound) => [compound.replaceAll('・', ''), compound.split('・')] as const),
);
