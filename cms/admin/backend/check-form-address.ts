import { isSameEntry, type FormAddress } from '../form/form-address.ts';

/**
 * The last check before a save: throws a Japanese sentence unless the form is that of the entry in the page's address
 * (`here`).
 */
export function checkFormAddress({ slug }: { slug: string }, form: SavedForm, here: FormAddress | undefined): void {
  const collection = form.collectionName;
  const saved = form.newEntry === true ? { collection } : { collection, slug };
  if (here === undefined || !isSameEntry(saved, here)) throw new Error(mismatch);
}

const mismatch =
  'アドレスの項目と画面の項目が違うため、保存していません。入力した内容は画面に残っています。書いた文章を写してから、開き直してください。';

interface SavedForm {
  collectionName: string;
  newEntry?: boolean;
}
