import { prefectures } from '../../../src/schema/prefectures.ts';

/**
 * Messages for somebody who lacks a right. Each names who has the right, so that nobody is sent to people who lack it
 * too. `groups` are those that answer for the entry.
 */
export const permissionMessages = {
  publish: (groups: readonly string[], isInReview: boolean) =>
    `公開する権限がありません。${isInReview ? '' : '下書きを「レビュー中」にして、'}${namePublishers(groups)}に公開を頼んでください。`,
  remove: (removal: Removal, groups: readonly string[]) =>
    `${removals[removal]}権限がありません。${namePublishers(groups)}に頼んでください。`,
  removeNeedsSecondPerson: (removal: Removal, isQa: boolean) =>
    `公開に二人目の確認が必要な県人会のものなので、${removals[removal]}ことができるのは管理者だけです。管理者に頼んでください。` +
    (isQa ? '内容が古いときは、状態を「取り下げ」にした下書きを、ほかの編集者に公開してもらうこともできます。' : ''),
  removeImage: '画像を削除する権限がありません。編集者か管理者に頼んでください。',
  upload: '画像を直接置く権限がありません。記事の編集画面から画像を入れてください。',
  deleteDraft: (groups: readonly string[]) =>
    `ほかの人が書いた下書きを削除できるのは、${namePublishers(groups)}だけです。`,
  approve: (groups: readonly string[]) =>
    `「準備完了」にできるのは、${namePublishers(groups)}だけです。「レビュー中」にして頼んでください。`,
  takeBack: (groups: readonly string[]) =>
    `「準備完了」の下書きを戻せるのは、${namePublishers(groups)}だけです。頼んでください。`,
  needsWorkflow:
    'この県人会では、公開に二人目の確認が必要です。下書きとして保存し、ほかの編集者に確認を頼んでください。',
  ownDraft:
    'この県人会では、公開に二人目の確認が必要です。この下書きを書いていない編集者に「準備完了」にしてもらってください。',
  notApproved: 'まだ二人目の確認が済んでいません。この下書きを書いていない編集者に「準備完了」にしてもらってください。',
  approveYourself:
    'まだ二人目の確認が済んでいません。この下書きを書いていないあなたが内容を確かめ、' +
    '進み具合を「レビュー中」に戻してからもう一度「準備完了」にすると、公開できます。',
} as const;

/** Who may publish an entry of these groups: 岐阜県人会の編集者か管理者, or 管理者 alone. */
function namePublishers(groups: readonly string[]): string {
  const names = groups.flatMap((id) => prefectures.find((prefecture) => prefecture.id === id)?.name ?? []);
  if (names.length === 0 || names.length !== groups.length) return '管理者';
  const groupNames = names.map((name) => `${name}人会`);
  const all = groupNames.join('と');
  if (groupNames.length === 1) return `${all}の編集者か管理者`;
  return `${all}の${groupNames.length === 2 ? '両方' : 'すべて'}を受け持つ編集者か管理者`;
}

const removals = { delete: '削除する', unpublish: '公開をやめる' } as const;

export type Removal = keyof typeof removals;
