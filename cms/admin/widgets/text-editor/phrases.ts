/** CodeMirror's own words in Japanese. */
export const phrases = {
  'Control character': '制御文字',
  Selection: '選択範囲',
  'Selection deleted': '選択した範囲を消しました',
  Diagnostics: '見つかったこと',
  'No diagnostics': '見つかったことはありません',
  close: '閉じる',
  Completions: '候補',
  current: '現在',
  'on line': '行：',
} as const;
