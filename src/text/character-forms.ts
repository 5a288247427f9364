/** Old, variant and new forms that readers treat as one letter; pairs of (written, searched as). For search keys only: what is shown keeps its form. */
const pairs =
  '亞亜惡悪壓圧圍囲醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅圓円鹽塩奧奥應応橫横歐欧黃黄溫温穩穏假仮價価畫画會会壞壊懷懐擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓觀観關関陷陥巖巌顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙峽峡挾挟狹狭鄕郷區区驅駆勳勲薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃縣県儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒濟済碎砕齋斉斎斉齊斉劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙將将燒焼稱称奬奨條条狀状乘乗淨浄剩剰疊畳孃嬢讓譲釀醸觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜佛仏變変邊辺邉辺辨弁瓣弁辯弁舖舗穗穂寶宝豐豊萬万滿満默黙藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟壘塁勵励禮礼靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄亙亘灣湾髙高﨑崎嶋島舘館冨富德徳敎教靑青步歩每毎瀨瀬檜桧籠篭壺壷';

const characters = [...pairs];

export const newForms: ReadonlyMap<string, string> = new Map(
  characters.flatMap((written, index) =>
    index % 2 === 0 && characters[index + 1] ? [[written, characters[index + 1] ?? written] as const] : [],
  ),
);
