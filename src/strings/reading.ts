/** Words of what a reader does with the parts of an answer; read in the browser, so they are kept few. */
export const checklistWords = {
  label: 'チェックリスト',
  count: (done: number, all: number) => `${done}／${all}・この端末だけに保存`,
  unsaved: (done: number, all: number) => `${done}／${all}・この端末では保存できません`,
  copy: 'リストをコピー',
  copied: 'チェックリストをコピーしました。貼り付けて使えます。',
  print: 'リストだけ印刷',
  clear: 'チェックを外す',
  undo: '外したチェックを戻す',
  done: '☑',
  open: '□',
} as const;

export const sheetWords = {
  printed: (day: string) => `印刷した日：${day}`,
} as const;

export const timelineWords = {
  set: (base: string) => `${base}を入れると、日付が出ます（この端末だけに保存）`,
  time: '時刻',
  date: '日付',
  starts: '開始',
  ends: '終了',
  none: '—',
  today: (day: string) => `今日　${day}`,
  copy: '表計算用にコピー',
  copied: '日付入りの表をコピーしました。Excelなどに貼り付けて使えます。',
  calendar: 'カレンダー（ics）',
  print: '日付入りで印刷',
  clear: '日付を消す',
  file: 'timeline.ics',
} as const;

export const diagramWords = {
  save: '図を保存（SVG）',
  print: '図と表を印刷',
  file: '図',
} as const;
