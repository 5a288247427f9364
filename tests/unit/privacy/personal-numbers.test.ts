import { expectCases } from './expect-cases.ts';

expectCases('birth-date', {
  ok: [
    ['bounds of who may apply', '平成20年4月2日から平成21年4月1日までに生まれた方、昭和31年4月1日以前に生まれた方'],
    ['a bound behind the word', '生年月日が昭和31年4月1日以前の方'],
    ['born early in the school year', '4月1日生まれの子は早生まれです。'],
    ['an opening day', '昭和55年3月4日に開館、1980年3月4日の広報'],
    ['how to write it', '生年月日は8桁で書きます。'],
  ],
  ng: [
    ['born', '昭和55年3月4日生まれです', '昭和55年3月4日', 'likely'],
    ['in short', 'S55.3.4生の方', 'S55.3.4', 'likely'],
    ['kanji', '昭和二十三年五月六日生まれ', '昭和二十三年五月六日', 'likely'],
    ['labelled', '生年月日：1980/3/4', '1980/3/4'],
    ['eight digits', '生年月日 19800304', '19800304'],
    ['a birthday', '誕生日は3月4日です', '3月4日'],
  ],
});

expectCases('bank-account', {
  ok: [
    ['how many digits', '口座番号は7桁です。'],
    ['a budget', '普通交付税は1234567千円、普通会計の歳出7654321円'],
    ['a form to be filled in', '口座番号0000000'],
    ['sixteen digits that fit no card', '1234-5678-9018-1234'],
  ],
  ng: [
    ['labelled', '口座番号：1234567', '1234567'],
    ['the kind of account', '普通 7654321 へ', '7654321'],
    ['a branch', 'みどり信用金庫 駅前支店（普通）3344556', '3344556'],
    ['of the post', '記号12340 番号12345671', '12340 番号12345671'],
    ['a card', '4111 1111 1111 1111', '4111 1111 1111 1111'],
  ],
});

expectCases('personal-code', {
  ok: [
    ['how many digits', '免許証番号は12桁、基礎年金番号は10桁、職員番号は6桁です。'],
    ['an amount', '年金額は年1234567円、年金 1234567890円'],
    ['a number of a body', '保険者番号 06123456、法人番号 2000020100005'],
    ['a form', '様式AB1234567'],
  ],
  ng: [
    ['a driving licence', '運転免許証番号 301234567890', '301234567890'],
    ['a pension', '基礎年金番号 1234-567890', '1234-567890'],
    ['a passport', '旅券番号 TK1234567', 'TK1234567'],
    ['an insurance', '被保険者証 記号1234 番号567890', '1234 番号567890'],
    ['a residence card', '在留カード AB12345678CD', 'AB12345678CD', 'likely'],
    ['a member of staff', '職員番号012345', '012345', 'likely'],
  ],
});

expectCases('number-plate', {
  ok: [
    ['counts', '岐阜300の1234件、岐阜 300人'],
    ['no office', '様式300の1234'],
  ],
  ng: [
    ['with spaces', '岐阜 300 あ 12-34', '岐阜 300 あ 12-34'],
    ['full width', '名古屋５８０を１２－３４', '名古屋５８０を１２－３４'],
    ['without a hyphen', '岐阜330は5678', '岐阜330は5678', 'likely'],
    ['dots', '飛騨 480 り ・123', '飛騨 480 り ・123', 'likely'],
  ],
});
