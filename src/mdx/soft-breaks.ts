import type { Text } from 'mdast';

const japanese = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。，．・ー「」『』（）［］【】〈〉《》〔〕｛｝〜！？：；々]`;
const betweenJapanese = new RegExp(`(?<=${japanese})\n(?=${japanese})`, 'gu');

/** Japanese is written without spaces, so a line end between two of its characters must not become one. */
export function joinJapaneseLines(node: Text): Text {
  return node.value.includes('\n') ? { ...node, value: node.value.replace(betweenJapanese, '') } : node;
}
