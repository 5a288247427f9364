import { formatShortDay } from '../../../src/strings/dates.ts';
import type { DraftJudgement } from '../../protocol/entry-shapes.ts';
import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/**
 * Before a draft is approved or published, shows what looks personal in it and the reason why an editor kept it.
 * Resolves to true to go on.
 */
export async function confirmJudgements(
  judgements: readonly DraftJudgement[],
  action: 'approve' | 'publish',
): Promise<boolean> {
  const answer = await openDialog<true>({
    title: '個人情報の判断を確かめてください',
    content: [
      element(
        'p',
        {},
        '個人情報のように見えるところを、次の理由で「載せてよい」としています。場所と理由を確かめてください。',
      ),
      listJudgements(judgements),
    ],
    actions: [
      { label: '編集に戻る', run: () => undefined },
      {
        label: action === 'publish' ? '確かめた。公開する' : '確かめた。準備完了にする',
        isMain: true,
        run: () => true,
      },
    ],
  });
  return answer === true;
}

export function listJudgements(judgements: readonly DraftJudgement[]): HTMLElement {
  return element('ul', { class: 'kj-judgements' }, ...judgements.map(describeJudgement));
}

function describeJudgement({ label, reason, date, by, isNew, places }: DraftJudgement): HTMLElement {
  const where = places
    .map(({ field, line }) => (field === null ? `${line}行目` : `${field.split('（')[0]}（${line}行目）`))
    .join('、');
  const when = `${by === null ? '' : `${by}さん、`}${formatShortDay(date)}`;
  return element(
    'li',
    {},
    element('strong', {}, label),
    ` ${where}`,
    ...(isNew ? [' ', element('span', { class: 'kj-new' }, '今回の判断')] : []),
    element('br'),
    `理由：${reason}（${when}）`,
  );
}
