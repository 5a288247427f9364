import { isPlainPath } from '../../../src/lint/writable-places.ts';
import { topicId } from '../../../src/schema/scalars.ts';

/**
 * The name that is meant by what was typed with a Japanese input method or by habit: letters of full width, capitals,
 * spaces and lines for what has to be a hyphen.
 */
export function readName(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_\u2010-\u2015\u2212ー]+/g, '-');
}

/** Why a name cannot be an address; undefined where it can. */
export function findNameFault(name: string): string | undefined {
  if (!topicId.safeParse(name).success) return words.shape;
  if (name.length > maxLength) return words.long;
  return isPlainPath(name) ? undefined : words.device(name);
}

/** Characters: an address is read aloud and typed by hand. */
const maxLength = 60;

const words = {
  shape: '半角の英小文字で始め、英小文字・数字・「-」で書いてください。例：office-move',
  long: `長すぎます。${maxLength}文字以下にしてください。`,
  device: (name: string) =>
    `「${name}」は、Windowsではファイルの名前にできないため、使えません。別の英字にしてください。`,
} as const;
