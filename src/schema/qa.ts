import * as z from 'zod';
import { basis, practice } from './basis.ts';
import { audiences, organisationKinds, populationBands, provenances, statuses, timings } from './choices.ts';
import { choice, evenIfIncomplete, field, refuse } from './field.ts';
import { isOrganisationCode } from './organisation-code.ts';
import { prefectureNames } from './prefectures.ts';
import { day, line, monthOfYear, qaId, sitePath, topicId } from './scalars.ts';
import { source } from './source.ts';

const answeredBy = z.strictObject({
  kind: field(choice(organisationKinds), { label: '団体の種類', hint: '答えた人の所属。名前は書きません。' }),
  population: field(choice(populationBands), {
    label: '人口規模',
    hint: '「うちと似ているか」を読む人が判断する手がかりです。',
  }),
  prefecture: field(choice(prefectureNames), { label: '都道府県', widget: 'group' }),
  organisation: field(z.string().refine(isOrganisationCode).optional(), {
    label: '団体コード',
    hint: '団体名を出す了承があるときだけ。6桁（検査数字を含む）。',
    example: '212016',
    error: '全国地方公共団体コードの6桁（最後は検査数字）で入力してください。',
  }),
  label: field(line(40).optional(), { label: '立場', hint: '例：庁舎建設担当。個人が特定できる書き方はしません。' }),
});

const answer = z.strictObject({
  by: field(answeredBy, { label: '答えた人' }),
  date: field(day, { label: '回答日', widget: 'date' }),
  text: field(z.string().min(1).max(20_000), {
    label: '回答',
    widget: 'markdown',
    hint: '投稿の要点を、個人名を除いて書きます。',
  }),
});

const consent = z.strictObject({
  date: field(day, { label: '了承を得た日', widget: 'date' }),
  scope: field(line(120), {
    label: '了承の範囲',
    hint: '誰の発言を、どこまで載せてよいか。名前は書きません。',
    example: '回答者2名から、団体の種類と人口規模までの掲載',
  }),
});

const withdrawal = z.strictObject({
  date: field(day, { label: '取り下げた日', widget: 'date' }),
  reason: field(line(120).optional(), { label: '理由', hint: '書ける範囲で。空でもかまいません。' }),
});

/** Front matter of `content/qa/<group>/<id>.mdx`; the body is the write-up. */
export const qa = z
  .strictObject({
    id: field(qaId, {
      label: 'ID',
      widget: 'id',
      hint: '自動で付きます。変えるとリンクが切れるため、変更できません。',
    }),
    question: field(line(120, 10), {
      label: '質問',
      hint: '検索する人の言葉で、10〜120文字の一文に。',
      example: '庁舎の引越しで、業者はいつまでに決めればよいですか。',
    }),
    summary: field(line(120, 5), {
      label: '一言回答',
      hint: '検索結果とカードに出ます。これだけ読めば動ける120文字以内の答え。',
    }),
    answers: field(z.array(answer).min(1).max(20), { label: '回答', hint: '一人の答えを一枚のカードに。' }),
    topics: field(z.array(topicId).min(1).max(4), { label: '話題', widget: 'topic', hint: '1〜4個。' }),
    aliases: field(z.array(line(60)).max(20).default([]), {
      label: '言い換え',
      hint: '同じことを聞くときの別の言い方。検索に使い、ページには出ません。',
      example: '役所の引っ越し 業者選定',
    }),
    group: field(choice(prefectureNames), { label: '都道府県人会', widget: 'group' }),
    asked: field(day, { label: '質問日', widget: 'date' }),
    status: field(choice(statuses), { label: '状態' }),
    reviewBy: field(day, {
      label: '見直し期限',
      widget: 'date',
      hint: 'この日を過ぎると「要確認」と表示され、検索で下がります。ふつうは1年後。',
    }),
    audience: field(choice(audiences), {
      label: '公開範囲',
      hint: '会員限定にすると、公開サイトには一切出ません。',
    }),
    provenance: field(choice(provenances), { label: '由来' }),
    sources: field(z.array(source).max(20).default([]), { label: '出典' }),
    basis: field(z.array(basis).max(20).default([]), {
      label: '根拠',
      hint: '条番号や法律で決まった期限に触れるときは必ず入れます。ページの「根拠と決裁」に出ます。',
    }),
    practice: field(practice.optional(), {
      label: '決裁と手続',
      hint: '誰が決め、何の様式と予算が要るか。わかるものだけ。',
    }),
    consent: field(consent.optional(), { label: '了承', hint: '県人会の投稿から作るときは必ず入力します。' }),
    timing: field(choice(timings).default('anytime'), {
      label: '時期',
      hint: '決まった月の仕事として毎年出る質問だけを「毎年この月」に。月別のページに載ります。迷ったら「随時」に。',
    }),
    months: field(z.array(monthOfYear).max(12).default([]), {
      label: '時期（月）',
      hint: '「毎年この月」のときに、その月を選びます。仕事の山になる月だけに絞ると、月別のページで先に並びます。',
    }),
    related: field(z.array(qaId).max(10).default([]), { label: '関連する質問', widget: 'qa' }),
    redirectFrom: field(z.array(sitePath).max(20).default([]), {
      label: '以前のアドレス',
      hint: '/q/以前のID/ の形。ここから自動で転送します。',
    }),
    withdrawn: field(withdrawal.optional(), { label: '取り下げ', hint: '状態を「取り下げ」にしたときに入力します。' }),
  })
  .superRefine((entry, context) => {
    if (entry.provenance === 'chat' && !entry.consent)
      refuse(
        context,
        'consent',
        '由来が「県人会の投稿」（chat）なのに了承（consent）がありません。了承を得た日（date）と範囲（scope）を書いてください。',
      );
    if (entry.provenance === 'article' && Array.isArray(entry.sources) && entry.sources.length === 0)
      refuse(
        context,
        'sources',
        '由来が「記事・公表資料」（article）なのに出典（sources）がありません。出典名（title）を一つ以上書いてください。',
      );
    if (entry.status === 'withdrawn' && !entry.withdrawn)
      refuse(
        context,
        'withdrawn',
        '状態が「取り下げ」（withdrawn）なのに取り下げ（withdrawn）の項目がありません。取り下げた日（date）を書いてください。',
      );
    if (entry.status !== 'withdrawn' && entry.withdrawn)
      refuse(
        context,
        'status',
        '取り下げ（withdrawn）の項目があるのに状態が「取り下げ」ではありません。状態（status）を「取り下げ」（withdrawn）に直すか、取り下げの項目を消してください。',
      );
    if (entry.timing === 'yearly' && Array.isArray(entry.months) && entry.months.length === 0)
      refuse(
        context,
        'months',
        '時期が「毎年この月」（yearly）なのに月がありません。時期（月）（months）に月を一つ以上書くか、時期（timing）を「随時」（anytime）に直してください。',
      );
    if (entry.reviewBy < entry.asked)
      refuse(
        context,
        'reviewBy',
        '見直し期限が質問日より前です。見直し期限（reviewBy）を質問日（asked）より後の日に直してください。',
      );
    else if (newestAnswer(entry.answers) > entry.reviewBy)
      refuse(
        context,
        'reviewBy',
        '見直し期限が回答日より前です。見直し期限（reviewBy）を、いちばん新しい回答日より後の日に直してください。ふつうは回答の1年後です。',
      );
  }, evenIfIncomplete);

/** The form may be half filled; '' where no answer has a day. */
function newestAnswer(answers: unknown): string {
  const days = Array.isArray(answers) ? answers.map((given: unknown) => dayOf(given)) : [];
  return days.reduce((newest, date) => (date > newest ? date : newest), '');
}

function dayOf(given: unknown): string {
  const { date } = (given ?? {}) as { date?: unknown };
  return day.safeParse(date).success ? String(date) : '';
}

export type Qa = z.infer<typeof qa>;
export type AnsweredBy = z.infer<typeof answeredBy>;
