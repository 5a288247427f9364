import { dropTrailing } from '../../text/trailing.ts';

/**
 * The request inside a message that was pasted whole, with greeting, thanks and signature. What a sentence is for is
 * told by what such sentences are made of, not by a list of them. A text without any such part is searched as it
 * stands.
 */
export function findRequest(text: string): string {
  const parts = cutMessage(text.normalize('NFKC'));
  if (parts.length < 2 && text.length < shortestMessage) return text;
  const bare = parts.map((part) => stripManners(part));
  const isMessage = parts.some((part, place) => isFrame(part) || (bare[place] ?? '') !== withoutStops(part));
  if (!isMessage) return text;
  const said = parts.flatMap((part, place) => {
    const rest = bare[place] ?? '';
    // Behind an apology may stand the request: 夜分にすみません、投票所の….
    const isForm =
      isQuoted.test(part) ||
      isFrame(rest === '' ? part : rest) ||
      !isContent(rest) ||
      isAboutMessage(rest) ||
      (place < 3 && isName(rest));
    return isForm ? [] : [rest];
  });
  const kept = dropSignature(said);
  if (kept.length === 0) return text;
  // Quotation marks and dashes of a message are no signs of a search.
  return kept
    .join('\n')
    .replace(/[「」『』"“”]/g, ' ')
    .replace(/(^|\s)[-‐−]+/g, '$1')
    .trim();
}

const shortestMessage = 30;

const stops = '、,。！! \n\t　';

function withoutStops(part: string): string {
  const tail = dropTrailing(part, stops);
  return [...tail].slice([...tail].findIndex((letter) => !stops.includes(letter))).join('');
}

/** Sentences and lines; a box of one line makes spaces of the ends of lines. */
function cutMessage(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+|[\w.+-]{1,60}@[\w.-]{3,80}/g, ' ')
    .replace(/[\p{Extended_Pictographic}\u{fe0f}\u{200d}\u{1f3fb}-\u{1f3ff}]+/gu, '。')
    .split(
      /(?<=[。！？!?])|[\r\n]+|\s{2,}|(?<=で(?:す|した)|ま(?:す|した|せん)|くださいませ|ください|下さい|ですか|ますか|ですね|ますね)\s+/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A sentence or line that only belongs to the form of a message. */
function isFrame(part: string): boolean {
  const line = dropTrailing(withoutMentions(part), stops);
  return (
    line === '' ||
    isGreeting.test(line) ||
    isThanks.test(line) ||
    isClosing.test(line) ||
    isIntroduction(line) ||
    isSignature(line) ||
    isQuoted.test(line)
  );
}

const isQuoted = /^\s*(?:[>＞|｜]|On .* wrote:|.{0,30}(?:さん|様)?(?:が|の)?(?:書きました|wrote)[:：]?$)/u;

const isGreeting = new RegExp(
  '^(?:各位|皆(?:さ[まん]|様)|みな(?:さ[まん]|様)|ご担当(?:者)?(?:さま|様)|関係者)?[、,\\s]*(?:' +
    [
      'お疲れ(?:さま|様)',
      'おつかれ(?:さま|様)',
      'お世話にな[っり]',
      'おせわになっ',
      'おはよう',
      'こんにち[はわ]',
      'こんばん[はわ]',
      'はじめまして',
      '初めまして',
      'ご無沙汰',
      'いつも(?:お世話|大変|ありがとう|拝見|参考|勉強|楽し|助け|読ませ|お力)',
      '(?:標記|表題|首題|掲題|下記|以下)の(?:件|とおり|通り)(?:につ[いき]|です|で、|、|照会|質問|お尋ね|伺)',
      '平素',
      '(?:夜分|突然|急|朝早く|遅くに|連投|長文|初心者|初歩的).{0,12}(?:失礼|すみません|申し訳|恐れ入|恐縮|ごめん)',
      '(?:失礼(?:いた|致)?します|横から失礼|すみません|すいません|恐れ入ります|申し訳(?:ありません|ございません))$',
      '(?:毎日)?(?:暑い|寒い|雨の|忙しい).{0,14}(?:です|ます)ね?$',
      '(?:初|はじ)めて(?:の)?(?:投稿|質問|書き込|相談)',
      '(?:質問|相談|お尋ね|ご相談|教えてほしいこと|お伺いしたいこと)(?:です|があります|があり|させてください|があって|がございます)',
      '(?:各位|皆(?:さ[まん]|様)|みなさん)(?:へ|こん.*)?$',
    ].join('|') +
    ')',
  'u',
);

const isThanks =
  /(?:ありがとう(?:ございま|です)|感謝(?:いた|致|申し)|助かります|助かりました|幸いです|嬉しいです|うれしいです|ありがたいです|有難いです|お礼|御礼)/u;

const isClosing = new RegExp(
  '^(?:' +
    [
      '(?:以上|では|それでは|それと)?[、,]?(?:どうぞ|何卒|なにとぞ|どうか|引き続き|今後とも|ご[協対確検].{0,8})?[、,]?(?:ご?(?:教示|指導|助言|回答|返信|返事|確認|協力|対応|意見|紹介)(?:のほど|の程|を|いただ)?.{0,14})?(?:よろしく|宜しく)',
      '(?:大変|たいへん)?(?:お忙しい|ご多忙|ご多用|ご繁忙|お取り込み|お手数|お手すき|お時間|ご面倒|恐れ入り|恐縮|勝手).{0,40}$',
      '(?:以上|取り急ぎ|とりいそぎ|敬具|失礼(?:いた|致)?します|返信は|お返事は|急ぎ(?:ません|では|ではない)|参考に(?:させて|したい|します)).{0,20}$',
      '(?:どなたか|誰か|どなた様か|ご存[じ知](?:の方|でしたら)|詳しい方|経験(?:の|され|者)|お分かりの|分かる方|わかる方).{0,45}$',
      'ご?(?:回答|返信|返事|返答|報告|意見)(?:は|の?期限は|について(?:は)?)[^。?？]{0,24}(?:まで|頃|ごろ|以降)[^。?？]{0,14}$',
      '(?:些細な|どんな|ざっくり|一言)(?:こと|情報)?でも.{0,25}$',
      '(?:ご?(?:教示|助言|指導|回答|返信|意見)(?:いただ|頂|くだ|下さ|願)|教えて(?:いただ|頂|くだ|下さ|もら)|お知恵).{0,30}$',
    ].join('|') +
    ')',
  'u',
);

/** 岐阜市の山田です, ○○町総務課の者です, 先月から税務担当になった佐藤と申します: short, from a place or office, and no question. */
function isIntroduction(line: string): boolean {
  if (/[?？]|ですか|ますか/u.test(line)) return false;
  if (
    line.length <= 32 &&
    /(?:[課係局部]|役場|役所|窓口|部署|支所|選管)(?:[でにを](?:働|勤|勤務|所属|担当|配属|異動)[^、。]{0,10}|に(?:おり|い)ます|に(?:来|き)ました)$/u.test(
      line,
    )
  )
    return true;
  if (/と(?:申|もう)します$|と言います$|といいます$/u.test(line) && line.length < 60) return true;
  const isNamed =
    /(?:[市町村区県府都道]|役所|役場|[課係室部局]|担当|保健所|支所|[〇○◯△●]|[xX]{2})(?:の|、|・)?[^、。]{0,16}です$/u.test(
      line,
    );
  return isNamed && line.length <= 32 && !subjectOf.test(line);
}

/** A subject or an object makes a statement of it. */
const subjectOf = /[がをは](?!す)|について|に関/u;

/** Lines that say who and where, not what. */
function isSignature(line: string): boolean {
  if (/^[-=_*~―─━・…◆■□◇○●★☆+#＋＝－＊〜～\s]+$/u.test(line)) return true;
  if (
    /(?:tel|fax|e-?mail|電話|内線|ファクス|ファックス|メール|携帯|直通|代表|〒|住所)[\s:：.(（]{0,4}[\d(（〒a-z]/iu.test(
      line,
    ) &&
    line.length < 90
  )
    return !/[?？か]$/u.test(line);
  if (/\d{2,4}[-(（ ]\d{2,4}[-)） ]\d{3,4}/u.test(line) && line.length < 90) return true;
  if (
    /^(?:(?:令和|平成)?\d+[年/.-])?\d{1,2}[月/.-]\d{1,2}日?(?:\s*[(（][月火水木金土日][)）])?(?:\s*\d{1,2}[:時]\d{0,2}分?)?(?:$|\s*(?:送信|投稿|受信))/u.test(
      line,
    )
  )
    return true;
  if (/^(?:件名|宛先|差出人|送信者|送信日時|cc|bcc|from|to|subject|date|re)\s*[:：]/iu.test(line))
    return !/^(?:件名|subject)/iu.test(line);
  const names = line.split(/[\s・/|]+/u);
  return (
    line.length <= 40 &&
    names.some((name) => isOffice.test(name)) &&
    names.every((name) => !/[ぁ-ん?？、。]/u.test(name))
  );
}

/** 岐阜県○○市役所 総務部 人事課 山田太郎: names of places, offices and people, with no verb and no question. */
const isOffice = /(?:[市町村区県部課係室局]|役所|役場)$/u;

function withoutMentions(part: string): string {
  return part.replace(/@[^\s、。@]{1,20}/gu, ' ').trim();
}

/** What is left of a sentence without the manners at its beginning and end. */
function stripManners(part: string): string {
  let bare = withoutMentions(part)
    .replace(/^[>＞|｜・\s]+/u, '')
    .replace(/^[【［\[(（][^】］\])）]{1,12}[】］\])）]/u, '')
    .trim();
  for (let before = ''; before !== bare;) {
    before = bare;
    for (const manners of [atStart, atEnd]) bare = withoutStops(bare.replace(manners, ''));
  }
  return bare;
}

const atStart = new RegExp(
  '^(?:' +
    [
      'お疲れ(?:さま|様)(?:です|でございます)?',
      'お世話にな(?:って(?:い|お)?)?ります?',
      '[^、。?？はがを]{1,20}(?:[市町村区県課係局部室]|役場|役所|担当)[^、。?？はがを]{0,12}(?:です|と申します|と言います)(?![かがけ])',
      '(?:こんにちは|こんばんは|おはようございます|はじめまして|初めまして)',
      '(?:皆さん|皆様|みなさん|みなさま|各位)[、,に]',
      '(?:突然|夜分に?|いきなり|急)で?(?:すみません|失礼(?:いた|致)?します)が?',
      '(?:すみません|すいません|恐れ入ります|申し訳(?:ありません|ございません))が?[、,]',
      '(?:急ぎ|至急)(?:では)?(?:ない|ありません)の?(?:です)?が[、,.・…]*',
      '(?:早速|さっそく|ところで|実は|ちなみに|また|なお|さて|表題の件(?:です)?が?|標記の件(?:です)?が?)[、,]',
      '(?:ちょっと|一つ|ひとつ|少し)?(?:質問|相談|お聞き|お尋ね|伺い|教えて(?:ほしい|いただきたい|もらいたい))(?:したいの|です|ですが|させて(?:ください|いただきます)|があります|たいことがあります)(?:が)?[、,。:：]?',
      '(?:質問|相談|件名|Q|q)\\s*[:：]\\s*',
      '(?:どなたか|誰か|どなた様か)[、,]?',
    ].join('|') +
    ')',
  'u',
);

const atEnd =
  /(?:(?:が|は|で)(?:い|あ|おら|いらっしゃ)(?:れ|り|い)?(?:ば|ましたら)[、,]?(?:ぜひ|是非)?(?:教え|見せ|知り|聞か|お聞き|ご?(?:教示|紹介|共有|一報|連絡))[^、。]{0,20}|(?<=いる|ある|た|の)(?:自治体|市町村|団体|ところ|所|町|市|方)(?:さん|様|さま)?(?:が|は|って)?(?:いらっしゃいません|ありません|ございません|いません)か[?？]?|(?:を|について|に関して)?(?:どなたか)?ご存[じ知][^、。]{0,20}|(?:を|について|に関して|につきまして)?(?:ご?(?:教示|助言|教授)(?:ください|いただ[^、。]{0,14}|願います|お願い[^。]{0,8})|よろしくお願い[^。]{0,8}|お願い(?:いた|致)?します))$/u;

/** More than grammar. */
function isContent(part: string): boolean {
  return /[\p{sc=Han}ァ-ヺa-z]{2}|[ぁ-ん]{5}/iu.test(part) && !isFrame(part);
}

/** Of nothing but writing, asking, answering and the people who do: 分かる人いませんか, たくさんのご意見をお待ちしています. */
function isAboutMessage(part: string): boolean {
  const left = part.replace(ofMessages, ' ').match(/[\p{sc=Han}]+|[ァ-ヺー]{2,}|[a-z]{3,}|[0-9]+/giu) ?? [];
  return left.join('').length <= 1;
}

const ofMessages = new RegExp(
  [
    '質問|照会|投稿|返信|返事|回答|返答|意見|情報|知恵|助言|教示|共有|連絡|相談|書き込み|提供|紹介|協力|確認|送信|再送|転送|報告|発言',
    '皆|方々|方|人|様|者|誰|私|自分|上司|先輩|同僚|担当|初心者|新人|仲間|仕事|職場|部署|自治体|市町村|役所|役場|県人会|住民|経験|詳|存',
    '今週|来週|本日|今日|明日|先日|先程|先|後日|最近|春|夏|秋|冬|月|週|日|中|末|急|至急|早速|早|忙|多忙|時期|時間|空|際|久|初|今後|今|年|度|目',
    '申|訳|恐縮|失礼|勉強不足|見当違|的外|長文|乱文|連投|初歩|稚拙|不足|迷惑|面倒|手数|願|待|助|幸|嬉|有難|感謝|礼|力|借|貸',
    '教|知|分|聞|答|伺|尋|問合|問|見|読|思|考|困|悩|迷|気|件名|件|表題|標記|題名|以下|以上|下記|上記|次|追伸|重|他|別|一|二|何|些細|様子|参考|例|話',
    '暑|寒|涼|雨|雪|季節|体調|元気|毎日|日々|今年|昨年|引続|引き続',
    'スレッド|スレ|メッセージ|コメント|アドバイス|チャット|チャンネル|グループ|メンバー|メール|リプ|レス|シェア|ヒント|ネタ|sent from|iphone|android|slack|dm|re|fw|here|all|channel',
    'そちら|こちら|みなさん|みなさま|どなた|だれ',
  ].join('|'),
  'giu',
);

/** 山口です, 議会対応中の井上です, この春に採用された1年目です. */
function isName(part: string): boolean {
  return (
    part.length <= 28 &&
    /(?:です|でした|と申します)$/u.test(part) &&
    !/[がをはもか](?!ん)/u.test(part.slice(0, -2)) &&
    !/たいです$|しいです$/u.test(part)
  );
}

/** Behind the request no line without a verb belongs to it: a name, an office. */
function dropSignature(parts: readonly string[]): readonly string[] {
  const last = parts.findLastIndex((part) => /[ぁ-ん]/u.test(part));
  return last < 0 ? parts : parts.slice(0, last + 1);
}
