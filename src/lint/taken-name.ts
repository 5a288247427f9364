import { collectionsNamedByPeople, type EditableCollection } from '../schema/editable-collections.ts';

/** Why a new entry cannot have the name that was typed for it, and what to do. Said at the field and by the server. */
export function sayTaken({ collection, id, kind, title, writer, free }: TakenName): string {
  const { name, noun } = names[collection] ?? { name: 'ID', noun: '項目' };
  // A drawn name is nobody's choice: the same form was saved before.
  if (!collectionsNamedByPeople.includes(collection)) {
    return `この${noun}は、「${title}」としてもう保存されています。一覧からそちらを開いて、続きを書いてください。入力した内容は画面に残っています。`;
  }
  const other = free === undefined ? `違う${name}にしてください。` : `違う${name}にしてください（例：${free}）。`;
  const place = `${name}「${id}」は、`;
  if (kind === 'redirect') return `${place}${noun}「${title}」の以前の${name}で、いまもそこへ転送しています。${other}`;
  if (kind === 'deleted') {
    return (
      `${place}前に公開して削除した${noun}「${title}」のものです。配られたリンクが別の内容につながるため、使えません。${other}` +
      `同じ${noun}を作り直すなら、名前を「${title}」にしてください。`
    );
  }
  const ofWriter = writer === undefined ? '' : `${writer}さんの`;
  const holder = `${kind === 'draft' ? `${ofWriter}下書きの` : ''}${noun}「${title}」`;
  return `${place}${holder}が使っています。同じ内容なら、そちらを開いて書き足してください。別の内容なら、${other}`;
}

/** What people call the name of an entry in the collection. */
export function nameLabel(collection: EditableCollection): string {
  return names[collection]?.name ?? 'ID';
}

/** What the file name is to people. */
const names: Partial<Record<EditableCollection, { name: string; noun: string }>> = {
  topics: { name: 'アドレス', noun: '話題' },
  vocabulary: { name: 'ファイル名', noun: '分野' },
  qa: { name: 'ID', noun: '質問' },
  events: { name: 'ID', noun: '催し' },
  pride: { name: 'ID', noun: 'まち自慢' },
};

export interface TakenName {
  collection: EditableCollection;
  /** As it was typed. */
  id: string;
  /**
   * Who has it: a published entry, a draft, one that is reached from it by a redirect, or one that was published and is
   * deleted by now.
   */
  kind: 'published' | 'draft' | 'redirect' | 'deleted';
  title: string;
  /** Of a draft. */
  writer?: string | undefined;
  /** A name like it that nobody has. */
  free?: string | undefined;
}
