/**
 * Sino-Japanese readings of the kanji that office words are written with, each with the kanji that are read so: an
 * input method gives one for another (選居 for 選挙). Fetched only for a word that stands nowhere.
 */
const readings = `
あい愛哀 あく悪握 あつ圧 あん安案暗 い以位依委意異移医囲威為易胃衣遺違緯維慰偉 いき域 いく育 いち一壱 いつ逸 いん員院印因引飲音陰隠
う右宇羽雨 うん運雲 えい営永泳英映栄衛影鋭 えき役易益液駅疫 えつ越閲悦 えん円園遠延演沿塩援煙縁宴 お汚 おう応押王央横往欧黄奥
おく億屋憶 おん温音恩 か化加可何果科課家貨過価歌河火花仮下夏荷稼暇架箇嫁 が画賀我雅 かい会回改開解界海介械階快懐怪戒壊街皆
がい外害街概該涯 かく各格確拡核角覚客較隔閣 がく学額楽岳 かつ活割括滑喝轄 かん間関観管官感完刊簡幹勘看監巻換館環歓患干甘漢勧寛慣還艦貫緩憾乾
がん岩眼岸願元 き機期記規気基起危季寄希揮器帰既貴紀旗企岐軌棄輝奇祈鬼幾 ぎ議技義疑偽儀宜犠 きつ喫詰 きゃく客却脚
きゅう急級求球休救給究久旧九吸宮泣窮 きょ居挙許拠巨去虚距 ぎょ漁魚御 きょう協教共強競供境況橋恐郷経京興響胸凶脅矯 ぎょう業行形 きょく局曲極
きん金近均勤禁筋緊菌 ぎん銀 く区苦九句 ぐ具 くう空 くん訓勲君 ぐん郡群軍 けい計経係形警刑契敬系径掲継携景型傾軽啓恵渓 げい芸迎
げき激劇撃 けつ決結血欠潔 げつ月 けん件券検県建権見険健研験献兼憲圏謙軒遣懸 げん現限原減言元源厳 こ個戸古庫故固雇枯呼 ご語後護誤午互五
こう公工口高校功考効向行交広講構抗更好航項購候港光耕控恒康皇紅鉱厚孔攻洪肯拘綱興降幸衡鋼郊 ごう号合豪 こく告国黒刻克 こつ骨 こん根困混婚今魂
さ査差左作砂佐鎖 さい再採災際済最裁債細祭妻催歳才彩載栽砕 ざい財材在罪剤 さく作策昨索削 さつ察札刷冊殺 ざつ雑 さん算産参山散賛酸 ざん残暫
し支市氏紙史止使始士志指姿子師司試詞誌資施自至示視私思仕死飼歯姉諮脂旨 じ事時字次持治自児示耳辞滋磁 しき式識織 しつ質室失疾執湿 じつ実日 しゃ社者車写舎謝射捨斜遮
しゃく借釈 じゃく弱若 しゅ手主守種首取酒趣珠狩 じゅ受授樹需寿 しゅう集収終周修州週習宗就衆秀臭愁舟拾襲 じゅう住重十充柔従 しゅく宿祝縮 じゅく熟塾 しゅつ出 じゅつ術述
しゅん春 じゅん準順純巡潤循 しょ所書初署処諸庶 じょ助女序除徐 しょう証章省少小商勝照招象障賞唱将消称承昇焼症詳衝渉傷焦奨礁掌 じょう上場条常状情城定乗浄譲剰蒸
しょく職食色植触 しん新申信心進身審診親深震真森神臣振伸寝慎侵 じん人神仁尽陣迅 すい水推吹垂遂睡衰 すう数 せい制政正生成性整製清請勢聖西静声精盛星姓税誓逝征 ぜい税
せき席績石積責籍赤析惜 せつ設接説切折雪節摂 ぜつ絶 せん選専船線戦宣千先泉洗染浅占薦鮮遷旋 ぜん前全善然 そ組素措訴祖礎阻粗 そう送総相想早走争操層装倉創窓草奏捜巣掃挿槽遭喪霜騒
ぞう増像造臓蔵贈 そく測速側息足則束促即 ぞく続属族 そつ卒 そん村損存尊 た多他 だ打 たい体対待退隊態帯貸替耐滞代 だい第題台大代 たく宅択託拓 たつ達 だつ脱 たん単担短探炭端誕 だん団段断談男暖弾
ち地知治値置池遅致恥 ちく築畜蓄 ちつ秩 ちゃく着 ちゅう中注昼柱駐抽仲忠 ちょ貯著 ちょう長町調庁帳張潮朝頂徴超聴跳懲 ちょく直勅 ちん賃沈珍陳
つい追対 つう通痛 てい提定停程低庭底帝訂抵貞偵締邸 てき的適敵滴摘 てつ鉄撤徹哲 てん点店転展天典添 でん電田伝殿 と都登図途徒土塗渡 ど度土努怒 とう投当等答登東統党討頭島糖湯灯到逃盗棟踏塔 どう同動道導働堂童
とく得特徳督匿 どく読独毒 とつ突 とん豚 ない内 なん難南 に二 にち日 にゅう入 にょう尿 にん任認人忍 ねつ熱 ねん年念燃 のう納能農脳濃 は派波破把 ば場馬 はい配敗拝肺背廃排輩 ばい売倍買賠培陪 はく白博泊迫薄
ばく爆 はつ発 ばつ罰伐抜 はん半反判版犯販般搬範繁班 ばん番板盤晩 ひ費比非批秘否皮被避疲碑 び備美微 ひつ筆必 ひゃく百 ひょう票表評標氷 びょう病秒 ひん品貧 びん便敏 ふ不府付父布夫負婦富普浮敷赴符 ぶ部武舞 ふう風 ふく服副復福複腹覆 ぶつ物 ふん粉噴 ぶん分文聞
へい平並閉兵 べつ別 へん変編返辺偏 べん便勉弁 ほ保補歩捕舗 ぼ募母墓簿 ほう方法報放包訪豊奉峰崩砲飽 ぼう防望忘棒冒貿妨房紡傍 ほく北 ぼく牧 ほん本 ま麻 まい毎枚 まつ末 まん満 み味未 みつ密 みん民 む無務 めい名命明盟迷銘 めん面免綿 もう毛盲網 もく目木 もん問門文 や夜野 やく約役薬訳 ゆ油輸諭 ゆう有友勇遊優郵由誘融猶 よ予余預 よう用要養容様洋陽葉曜溶揚揺
よく浴欲翌 らい来雷頼 らく落絡 らん乱覧欄 り理利里離裏 りく陸 りつ律立率 りゃく略 りゅう流留隆 りょ旅慮 りょう料両量良領療僚寮 りょく力緑 りん林輪隣臨 るい類累 れい令例礼冷齢励零 れき歴暦 れつ列劣 れん連練恋 ろ路炉露 ろう労老郎 ろく六録 ろん論 わ話和 わん湾腕
`;

/** Kanji that the eye takes for one another (選拳 for 選挙), in pairs. */
const looks =
  '拳挙 未末 士土 千干 侯候 微徴 衝衡 栽裁 緑縁 網綱 因困 氷永 待侍 罷罹 哀衰 遣遺 墓基 熟熱 輪輸 嘱属 大太 人入 日目 問間 間聞 持特 使便 票栗 牛午 助肋 理埋 科料 職識 続読 住往 料科';

/** Whether one of two kanji may stand for the other by a slip: read the same, or looking the same. */
export function areAlike(a: string, b: string): boolean {
  const [first, second] = [kanjiSounds.get(a), kanjiSounds.get(b)];
  const isHeardAlike = first !== undefined && second !== undefined && [...first].some((sound) => second.has(sound));
  return isHeardAlike || lookAlike(a, b);
}

function lookAlike(a: string, b: string): boolean {
  return looks.includes(`${a}${b}`) || looks.includes(`${b}${a}`);
}

/**
 * Whether one of two kanji may stand for the other in a word with kana between its kanji, which are read as verbs are:
 * こす is 越す and 超す.
 */
export function areAlikeInVerbs(a: string, b: string): boolean {
  return lookAlike(a, b) || sameVerbs.split(' ').some((letters) => letters.includes(a) && letters.includes(b));
}

/** Verbs of one sound and several kanji, after the government's list of such (異字同訓). */
const sameVerbs =
  '会合遭 開空明 上挙揚 扱厚 表現 打討撃 写映移 産生 送贈 遅後 収納治修 押推 下降 返帰代変替換買飼 書描掛架懸駆欠 固硬堅 聞聴利効 ' +
  '切着斬 越超 混込 裂割避 差指刺挿 進勧薦 添沿 備供 建立断絶裁 作造創 付着就突 務勤努 解溶説 止留泊 取採撮捕執 整調 直治 ' +
  '望臨 計測量図諮 始初 早速 張貼 増殖 見診 元基 破敗 分別 渡渉 受請浮 引退弾 次継接 申猛 繰来 持以 組汲 積摘詰 置起 戻求';

const kanjiSounds = readSounds();

function readSounds(): Map<string, Set<string>> {
  const sounds = new Map<string, Set<string>>();
  for (const entry of readings.trim().split(/\s+/)) {
    const sound = /^[ぁ-ん]+/.exec(entry)?.[0] ?? '';
    for (const letter of entry.slice(sound.length)) sounds.set(letter, (sounds.get(letter) ?? new Set()).add(sound));
  }
  return sounds;
}
