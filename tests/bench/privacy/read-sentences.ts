import { readFile } from 'node:fs/promises';

/** Who wrote in the thread that the sentences of the group `member` are from. */
export const members = [
  '星 太郎',
  '李',
  '佐藤花子',
  '清水 健',
  '原 みき',
  'Hanako Suzuki',
  '御手洗 きよ',
  '福島 いずみ',
];

/**
 * The labelled sentences: those of one group take turns between the two halves, but for those that came later:
 * `again` is worked on, `apart` was measured once when the rules stood.
 */
export async function readSentences(): Promise<Sentence[]> {
  const files = await Promise.all(['personal.txt', 'traps.txt'].map(readLines));
  const inGroup = new Map<string, number>();
  let group = '';
  return files.flat().flatMap((line) => {
    const heading = /^\[([a-z ]+)\]$/.exec(line)?.[1];
    if (heading !== undefined) group = heading;
    if (heading !== undefined || line === '' || line.startsWith('# ')) return [];
    const count = inGroup.get(group) ?? 0;
    inGroup.set(group, count + 1);
    const [name, own] = [group.replace(/ (?:again|apart)$/, ''), group.replace(/^.* /, '')];
    const isUnseen = own === 'apart' || (own !== 'again' && count % 2 === 1);
    return [{ ...readMarks(line), group: name, half: isUnseen ? ('unseen' as const) : ('worked on' as const) }];
  });
}

async function readLines(name: string): Promise<string[]> {
  return (await readFile(new URL(name, import.meta.url), 'utf8')).split('\n');
}

function readMarks(line: string): Pick<Sentence, 'text' | 'marks'> {
  const written = line
    .replaceAll('⏎', '\n')
    .replace(/\{([0-9A-F]{4,5})\}/g, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const marks: Sentence['marks'] = [];
  let text = '';
  for (const piece of written.split(/(?=[⟦⟧])/u)) {
    if (piece.startsWith('⟦')) marks.push({ start: text.length, end: text.length });
    const mark = marks.at(-1);
    if (piece.startsWith('⟧') && mark) mark.end = text.length;
    text += piece.replace(/^[⟦⟧]/u, '');
  }
  return { text, marks };
}

export interface Sentence {
  text: string;
  /** What is personal in it, in UTF-16 units. */
  marks: { start: number; end: number }[];
  group: string;
  half: 'worked on' | 'unseen';
}
