import { qa } from '../qa-ids.ts';
import { one, type Row } from '../row.ts';

/** The same word with more or fewer kana. */
export const okurigana: readonly Row[] = [
  one('引越し 業者', qa.movers, 1, 'as the page writes it'),
  one('引っ越し 業者', qa.movers, 1, 'as newspapers write it'),
  one('引越 業者', qa.movers, 1, 'as firms write it'),
  one('引っこし 業者', qa.movers, 1, 'as children write it'),
  one('回線 申し込み いつ', qa.phoneAndLan, 1, 'the page writes 申込み'),
  one('回線 申込 いつ', qa.phoneAndLan, 1, 'the page writes 申込み'),
  one('亡くなった 手続', qa.bereavementDesk, 1, 'the page writes 手続き'),
  one('亡くなった 手続き', qa.bereavementDesk, 1, 'as the page writes it'),
  one('災害ごみ 受け付け', qa.disasterWaste, 1, 'the page writes 受付'),
  one('余ったワクチンの取り扱い', qa.leftoverVaccine, 1, 'the page writes 扱い'),
  one('仮置き場', qa.disasterWaste, 1, 'the page writes 仮置場'),
  one('仮置場', qa.disasterWaste, 1, 'as the page writes it'),
  one('り災証明書', qa.disasterCertificates, 1, 'as laws wrote it'),
  one('罹災証明書', qa.disasterCertificates, 1, 'as the page writes it'),
  one('参考見積もり 業者', qa.movers, 1, 'the page writes 参考見積 and 見積り'),
  one('立ち会い人 投票', qa.pollingStations, 1, 'the page writes 立会人'),
  one('予約 割当て', qa.vaccineBooking, 1, 'as the page writes it'),
  one('予約 割り当て', qa.vaccineBooking, 1, 'an alias writes it so'),
  one('世話役 引継', qa.handOverGroup, 1, 'the page writes 引き継ぐ and 引継ぎ'),
  one('世話役 引き継ぎ', qa.handOverGroup, 1, 'the page writes 引き継ぐ and 引継ぎ'),
  one('庁舎 張り紙', qa.signs, 2, 'the page writes 貼り紙'),
  one('子の看護休暇 取得', qa.backFromLeave, 2, 'the page writes 子の看護等休暇'),
];
