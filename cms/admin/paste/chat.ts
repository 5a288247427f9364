import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import { maskPersonalInformation } from '../../../src/privacy/mask-personal-information.ts';
import { looksLikeName, readNameLines } from './chat-names.ts';

/**
 * A piece of a chat, with who wrote it and when, as LINE, Teams, Slack and spreadsheets of them put it on the
 * clipboard. Nothing of it may be published as it is: the people become 発言者A and so on, what is personal in their words
 * is covered. Undefined for any other text, such as a timetable.
 */
export function maskChat(text: string): string | undefined {
  if (text.length > most) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const alone = readNameLines(lines);
  const heads = lines.map((line, index) => {
    const own = alone.get(index);
    if (!own) return readHead(line, index, lines);
    return own.name === undefined ? undefined : { name: own.name, words: '', isSure: own.isSure };
  });
  const found = heads.filter((head) => head !== undefined);
  if (found.length < 2) return undefined;
  const names = [...new Set(found.map(({ name }) => name))];
  if (!lines.some((line) => dayAlone.test(line) || ofLine.test(line)) && !speakPeople(found, names)) return undefined;

  const labelOf = new Map(names.map((name, index) => [name, `発言者${labelAt(index)}`]));
  const written = lines.flatMap((line, index) => {
    const head = heads[index];
    if (head) return [`${labelOf.get(head.name) ?? ''}：${head.words.replace(/^"/, '')}`];
    return alone.has(index) || dayAlone.test(line) || ofLine.test(line) ? [] : [line.replace(/"$/, '')];
  });
  const covered = cover(written.join('\n'), names);
  return covered.replace(/\n{3,}/g, '\n\n').trim();
}

const most = 200_000;

/** Whether at least half of the lines are by somebody: else it is a timetable. */
function speakPeople(heads: readonly Head[], names: readonly string[]): boolean {
  const people = new Set(names.slice(0, 200).filter(looksLikeName));
  const isSpoken = ({ name, words, isTabbed }: Head) =>
    isTabbed === true && (wholeName.test(name) || nickname.test(name) || spoken.test(words));
  return heads.filter((head) => head.isSure || people.has(head.name) || isSpoken(head)).length * 2 >= heads.length;
}

/** Who wrote a line and what; tabs, brackets and a second line tell names from words. */
function readHead(line: string, index: number, lines: readonly string[]): Head | undefined {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length >= 3) {
    const moment = cells.findIndex((cell) => time.test(cell));
    if (moment === -1 || moment > 2) return undefined;
    // A spreadsheet may count its rows.
    const others = cells.filter(
      (cell, at) => at !== moment && cell !== '' && !day.test(cell) && !(at === 0 && /^\d{1,6}$/.test(cell)),
    );
    const [name = '', ...words] = others;
    return isShort(name) && words.length > 0
      ? { name, words: words.join(' '), isSure: false, isTabbed: true }
      : undefined;
  }
  const teams = /^\[[^\]\d]{0,8}\d[^\]]{0,20}?:\d{2}[^\]]{0,8}\]\s*([^\s:：][^:：]{0,24})(?:[:：]\s*(\S.*)?)?$/.exec(
    line,
  );
  if (teams) return { name: (teams[1] ?? '').trim(), words: teams[2] ?? '', isSure: true };
  const meeting =
    /^\d{1,2}:\d{2}:\d{2}\s+(?:(?:開始|From)\s+)?(\S.{0,40}?)\s+(?:から|to)\s+\S[^:：]{0,40}[:：]\s*(\S.*)?$/i.exec(
      line,
    );
  if (meeting) return { name: (meeting[1] ?? '').trim(), words: meeting[2] ?? '', isSure: true };
  const talk = /^([^\s:：「」\d]{1,8}(?:[ \u3000][^\s:：「」\d]{1,6})?)(?:[：:][ \u3000]?(\S.*)|「(.*)」)$/.exec(line);
  const said = talk?.[2] ?? talk?.[3] ?? '';
  if (talk && spoken.test(said) && looksLikeName(talk[1] ?? ''))
    return { name: talk[1] ?? '', words: said, isSure: true };
  const slack = /^(\S.{0,24}?)\s{1,4}\[?((?:午前|午後)?\d{1,2}:\d{2}(?:\s?[AP]M)?)\]?$/i.exec(line);
  if (slack && (lines[index + 1] ?? '').trim() !== '') return { name: slack[1] ?? '', words: '', isSure: false };
  const told = /^(?:午前|午後)?\d{1,2}:\d{2}\s+(\S{1,8}(?:[ \u3000]\S{1,5})?)[ \u3000\t]+(\S.*)$/.exec(line);
  if (!told) return undefined;
  const [, name = '', words = ''] = told;
  const [family = '', given = ''] = name.split(/[ \u3000]/);
  return looksLikeName(name) || given === ''
    ? { name, words, isSure: false }
    : { name: family, words: `${given} ${words}`, isSure: false };
}

function isShort(name: string): boolean {
  return name.length <= 24 && !/[。、！？!?]/.test(name);
}

function cover(words: string, names: readonly string[]): string {
  return maskPersonalInformation(words, findPersonalInformation(words, { names: names.slice(0, 200) }));
}

function labelAt(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** A family and a given name, and the end of what people say; a timetable's cells have neither. */
const wholeName = /^\p{sc=Han}{1,4}[ \u3000][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,5}$/u;
/** Names that people give themselves have signs that a timetable has not. */
const nickname = /[\p{Extended_Pictographic}@＠]/u;
const spoken = /[。！？!?]|(?:です|ます|ました|ください|了解|か|ね|よ)$/;

const date = String.raw`\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?(?:\s?[（(].[）)])?`;
const clock = String.raw`(?:午前|午後|[AP]M)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
const time = new RegExp(String.raw`^(?:${date}\s+)?${clock}$`, 'i');
const day = new RegExp(`^${date}$`);
/** The first lines of what LINE saves. */
const ofLine = /^\[LINE\]|のトーク履歴|^保存日時/;
/** LINE puts the day on a line of its own. */
const dayAlone = new RegExp(String.raw`^\s*${date}(?:\s?.曜日)?\s*$`);

interface Head {
  name: string;
  words: string;
  /** The form alone says that it is a chat. */
  isSure: boolean;
  isTabbed?: boolean;
}
