import type { Finding } from '../../protocol/entry-shapes.ts';
import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/**
 * Asks for the reason why something that looks personal may stay. Resolves to the reason, which goes into the commit,
 * or to nothing.
 */
export function askPrivacyReason(findings: readonly Pick<Finding, 'message' | 'field'>[]): Promise<string | undefined> {
  const reason = element('input', {
    id: 'kj-reason',
    type: 'text',
    maxlength: '120',
    class: 'kj-input',
    placeholder: '例：公式サイトに載っている代表電話の番号',
  });
  return openDialog<string>({
    title: '個人情報のように見えるところがあります',
    content: [
      listFindings(findings),
      element(
        'p',
        {},
        '個人情報なら、編集に戻って消してください。そうでないことを確かめたときだけ、理由を書いて保存できます。理由は変更の記録に残ります。',
      ),
      element('label', { for: reason.id }, '載せてよい理由（5〜120文字）'),
      reason,
    ],
    actions: [
      { label: '編集に戻る', run: () => undefined },
      {
        label: '理由を残して保存する',
        isMain: true,
        run: () => {
          const text = reason.value.trim();
          return [...text].length < 5 ? { problem: '理由を5文字以上で書いてください。' } : text;
        },
      },
    ],
  });
}

function listFindings(findings: readonly Pick<Finding, 'message' | 'field'>[]): HTMLElement {
  return element(
    'ul',
    { class: 'kj-findings' },
    ...findings.map((finding) => element('li', { class: 'kj-error' }, sayWhere(finding))),
  );
}

/** The message of a finding, with the name of its field before it unless the message names it. */
function sayWhere({ message, field }: Pick<Finding, 'message' | 'field'>): string {
  const name = field?.split('（')[0] ?? '';
  return name === '' || message.includes(name) ? message : `${name}：${message}`;
}
