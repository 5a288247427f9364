import { dropTrailing } from '../../text/trailing.ts';
import { messageStops, withoutMentions } from './message-text.ts';

/** A sentence or line that only belongs to the form of a message. */
export function isFrame(part: string): boolean {
  const line = dropTrailing(withoutMentions(part), messageStops);
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

export const isQuoted = /^\s*(?:[>＞|｜]|On .* wrote:|.{0,30}(?:さん|様)?(?:が|の)?(?:書きました|wrote)[:：]?$)/u;

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

const isThanks = new RegExp(
  [
    'ありがとう(?:ございま|です)|感謝(?:いた|致|申し)|助かります|助かりました|幸いです|嬉しいです|うれしいです',
    'ありがたいです|有難いです|お礼|御礼',
  ].join('|'),
  'u',
);

/** 令和8年4月1日(水) 10:26, as mail programs write above a message. */
const momentSent = new RegExp(
  [
    String.raw`^(?:(?:令和|平成)?\d+[年/.-])?\d{1,2}[月/.-]\d{1,2}日?(?:\s*[(（][月火水木金土日][)）])?`,
    String.raw`(?:\s*\d{1,2}[:時]\d{0,2}分?)?(?:$|\s*(?:送信|投稿|受信))`,
  ].join(''),
  'u',
);

const isClosing = new RegExp(
  '^(?:' +
    [
      '(?:以上|では|それでは|それと)?[、,]?(?:どうぞ|何卒|なにとぞ|どうか|引き続き|今後とも|ご[協対確検].{0,8})?[、,]?' +
        '(?:ご?(?:教示|指導|助言|回答|返信|返事|確認|協力|対応|意見|紹介)(?:のほど|の程|を|いただ)?.{0,14})?(?:よろしく|宜しく)',
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
  if (momentSent.test(line)) return true;
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
