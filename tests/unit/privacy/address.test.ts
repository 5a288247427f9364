import { expectCases } from './expect-cases.ts';

expectCases('address', {
  ok: [
    ['an article of a law', '地方自治法第3条第2項第1号'],
    ['a place alone', '岐阜県岐阜市でのことです。'],
    ['a district alone', '中央3丁目の避難所を開けました。'],
    ['counts in a district', '岐阜市中央3丁目10世帯、2丁目5か所'],
    ['a counter', '市民課の3番窓口、2番目の方'],
    ['a road', '国道21号線、県道1号'],
    ['a form and an agenda', '様式第2号、第3号議案、2号被保険者'],
    ['a hall and a room', '1号館203号室'],
    ['a day behind a city', '岐阜市2026-11-20'],
    ['a span of years behind a city', '岐阜市の2021-2022年度'],
    ['a span of counts behind a school', '岐阜市立中央小学校3-4年生'],
    ['a span of counts with の', '大分市内の保育所3-4か所'],
    ['a score', '市役所3-2町役場'],
    ['the next one', '番号は3番、次は4番です。'],
    ['the word', '番地までは書きません。'],
    ['a date of an event in a town', '大野町 2026-02-14 開催'],
    ['the number of a law', '令和3年法律第37号'],
  ],
  ng: [
    ['in full', '岐阜県岐阜市中央1丁目2番3号', '岐阜県岐阜市中央1丁目2番3号'],
    ['full-width digits', '岐阜県岐阜市中央１丁目２番３号', '岐阜県岐阜市中央１丁目２番３号'],
    ['kanji numbers', '岐阜市中央一丁目二番三号', '岐阜市中央一丁目二番三号'],
    ['hyphens', '東京都千代田区中央1-2-3に住む', '東京都千代田区中央1-2-3'],
    ['minus signs in full width', '東京都千代田区中央１－２－３', '東京都千代田区中央１－２－３'],
    ['丁目 and hyphen', '岐阜市中央1丁目2-3', '岐阜市中央1丁目2-3'],
    ['丁目 and one number', '岐阜市中央3丁目425。', '岐阜市中央3丁目425'],
    ['番地', '大野町字中野123番地', '大野町字中野123番地'],
    ['番地の', '飛騨郡大野村中野123番地の4', '飛騨郡大野村中野123番地の4'],
    ['a municipality in hiragana', 'さいたま市浦和区中央3-15-1', '市浦和区中央3-15-1'],
    ['a city in hiragana without a ward', 'つくば市中央1-1-1', '市中央1-1-1'],
    ['a prefecture and a city in hiragana', '茨城県つくば市中央1-1-1', '茨城県つくば市中央1-1-1'],
    ['right behind its heading', '住所岐阜市中央1-2-3', '岐阜市中央1-2-3'],
    ['two numbers may be a span', '岐阜市中央12-34', '岐阜市中央12-34', 'likely'],
    ['no municipality', '中央1丁目2番3号', '1丁目2番3号', 'likely'],
    ['番地 alone', '123番地にお住まいの', '123番地', 'likely'],
    ['a town and hyphens', '住所は中町1-2-3', '中町1-2-3'],
  ],
});

expectCases('postal-code', {
  ok: [
    ['seven digits alone', '123-4567'],
    ['a number of a document', '第123-4567号'],
  ],
  ng: [
    ['with its mark', '〒123-4567', '〒123-4567', 'likely'],
    ['full width', '〒１２３－４５６７', '〒１２３－４５６７', 'likely'],
    ['with the word', '郵便番号：1234567', '郵便番号：1234567', 'likely'],
  ],
});
