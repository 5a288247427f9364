import { isSameEntry, type FormAddress } from '../form/form-address.ts';

/** The last guard before a save: throws unless what is saved is what the desk's address names. */
export function checkFormAddress({ slug }: { slug: string }, form: SavedForm, here: FormAddress | undefined): void {
  const collection = form.collectionName;
  const saved = form.newEntry === true ? { collection } : { collection, slug };
  if (here === undefined || !isSameEntry(saved, here)) throw new Error(words);
}

const words =
  'アドレスの項目と画面の項目が違うため、保存していません。入力した内容は画面に残っています。書いた文章を写してから、開き直してください。';

interface SavedForm {
  collectionName: string;
  newEntry?: boolean;
}
