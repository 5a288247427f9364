import type { CollectionName } from '../../../src/schema/collections.ts';

/** Why an entry, a draft or an image cannot be saved, published, removed or read. */
export const entryMessages = {
  path: '編集できるのは、記事と画像だけです。',
  slug: '項目の名前に使えない文字があります。半角の小文字の英数字と「-」「_」だけを使ってください。',
  qaSlug: (slug: string) =>
    `質問の名前「${slug}」の形が正しくありません。「gifu/abcd2345」のように、県人会のローマ字とIDを「/」でつないでください。`,
  plainSlug: (slug: string) =>
    `項目の名前「${slug}」の形が正しくありません。「/」を入れず、半角の小文字の英数字と「-」だけにしてください。`,
  otherEntry: (slug: string, path: string) =>
    `項目の名前「${slug}」とファイル「${path}」が合っていません。一覧から項目を開き直して、もう一度保存してください。`,
  oneEntry: '一度に保存できるのは一つの項目だけです。項目ごとに保存してください。',
  branchInTheWay: (branch: string, wanted: string) =>
    `「${branch}」という名前のブランチがあるため、下書き「${wanted}」を置けません。` +
    `管理者に、git branch -m ${branch} old-${branch.replaceAll('/', '-')} で名前を変えるよう頼んでください。入力した内容は画面に残っています。`,
  twinBranches: (entry: string, branches: readonly string[]) =>
    `項目「${entry}」の下書きのブランチが二つ以上あります（「${branches.join('」「')}」）。管理者に、一つだけを残すよう頼んでください。`,
  unusedImages: (paths: readonly string[]) =>
    `画像「${paths.join('」「')}」は、この項目のどこにも出てきません。本文に入れるか、画像を外してから保存してください。`,
  unusedInDraft: (paths: readonly string[]) =>
    `この下書きには、本文に出てこない画像「${paths.join('」「')}」が入っています。項目を開いて一度保存すると外れます。それから公開してください。`,
  notPublished: 'この項目は公開されていません。一覧を開き直してください。',
  hasDraft: 'この項目には、公開していない下書きがあります。先に下書きを公開するか削除してから、公開をやめてください。',
  needed: {
    unpublish: (titles: readonly string[], kind: NeededKind) =>
      `${quote(titles)}がこの項目を使っているため、公開をやめられません。` +
      (kind === 'qa'
        ? 'そちらの「関連する質問」や本文のリンクから外すか、この項目の状態を「取り下げ」にしてください。'
        : `先に、そちらの${usedIn(kind)}から外してください。`),
    delete: (titles: readonly string[], kind: NeededKind) =>
      `${quote(titles)}が使っているため、${kind === 'image' ? 'この画像は' : ''}削除できません。先に、そちらの${usedIn(kind)}から外してください。`,
  },
  noTextInDraft:
    'この下書きには記事の本文がないため、公開できません。記事を消すときは、公開中の項目を開いて削除してください。',
  revisionMissing: 'どの版から編集を始めたかがわからないため、保存できません。ページを再読み込みしてください。',
  noDraft: 'この下書きはもうありません。公開されたか、削除されています。',
  notReady: '「準備完了」になっていない下書きは公開できません。先に進み具合を「準備完了」にしてください。',
  foreignChanges: (paths: readonly string[]) =>
    `この下書きには、この項目のほかの変更（「${paths.join('」「')}」）が入っています。確認した人に見えないため、ここからは保存も公開もできません。` +
    '管理者に、Gitで取り除くか取り込むよう頼んでください。',
  content: (first: string, count: number) => (count > 1 ? `${first}（ほかに${count - 1}件あります）` : first),
  image: (name: string, fault: string) => `画像「${name}」は保存できません。${fault}`,
  checkTooLong:
    'この文章の確認に時間がかかりすぎるため、保存していません。長い記号の並びや極端に長い段落を減らすか、内容を分けて、もう一度保存してください。入力した内容は画面に残っています。',
  unreadable: (path: string) =>
    `「${path}」は保存場所（Git）の中で壊れていて、読めません。ほかの項目は使えます。同じ項目をもう一度保存すると直ります。わからないときは管理者に、この名前を伝えてください。`,
  mediaTaken: (path: string) => `同じ名前の別の画像があります（${path}）。名前を変えてください。`,
} as const;

/** Somebody else changed the same entry. */
export const conflictMessages = {
  saved: (who: string, when: string) =>
    `${who}さんが${when}に、この項目を保存しました。上書きせずに止めています。両方の内容を見比べて、まとめるか、どちらかを選んでください。`,
  deleted: (who: string, when: string) => `${who}さんが${when}に、この項目を削除しました。入力した内容は残っています。`,
  exists: (who: string, when: string) =>
    `同じ名前の項目を、${who}さんが${when}に作りました。両方の内容を見比べてください。`,
  unseen: (who: string, when: string) =>
    `${who}さんが${when}に、この項目を変えました。何もせずに止めています。項目を開き直して、いまの内容を確かめてください。`,
  published: (who: string, when: string) =>
    `下書きを作ったあとで、${who}さんが${when}に公開中の内容を変えました。両方の内容を見比べて下書きを直し、もう一度公開してください。`,
  somebody: 'ほかの人',
} as const;

/** What was done. */
export const resultMessages = {
  saved: '保存しました。',
  published: '公開しました。',
  deleted: '削除しました。',
  unpublished: '公開をやめ、同じ内容の下書きにしました。',
  draftDeleted: '下書きを削除しました。',
  statusChanged: '進み具合を変更しました。',
} as const;

/** Where others refer to something that is to go. */
function usedIn(kind: NeededKind): string {
  if (kind === 'image') return '本文';
  if (kind === 'topics') return '「話題」や「上の話題」';
  return kind === 'qa' ? '「関連する質問」や本文のリンク' : '本文のリンク';
}

/** What others refer to: an image, or an entry of a collection. */
export type NeededKind = 'image' | CollectionName;

/** The first few of a list in brackets, and how many more there are. */
function quote(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `「${title}」`);
  return shown.join('') + (titles.length > shown.length ? `ほか${titles.length - shown.length}件` : '');
}
