import * as z from 'zod';
import { privacyKinds, type PrivacyKind } from '../privacy/finding.ts';
import { field } from '../schema/field.ts';
import { day, line } from '../schema/scalars.ts';
import { findingAt, type Finding } from './finding.ts';
import { nearestWord } from './nearest-word.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { findFieldErrors } from './rules/fields.ts';
import { personalInformationPrefix } from './rules/personal-information.ts';

/** Where people write down that something that looks personal may stay, and why. */
export const privacyExceptionsFile = 'content/privacy-exceptions.yaml';

type OverridableKind = Exclude<PrivacyKind, 'my-number' | 'private-use'>;
const overridableKinds = Object.keys(privacyKinds).filter((kind): kind is OverridableKind => kind !== 'my-number' && kind !== 'private-use') as [OverridableKind, ...OverridableKind[]];

const exception = z.strictObject({
  file: field(line(200), { label: 'ファイル', example: 'content/qa/gifu/k7mq2pzd.mdx' }),
  kind: field(z.enum(overridableKinds), { label: '種類' }),
  count: field(z.int().min(1).max(1_000).default(1), { label: '件数', hint: 'そのファイルで認める箇所の数。書かなければ1です。' }),
  reason: field(line(120, 5), { label: '理由', hint: '載せてよいと判断した理由。電話番号や名前そのものは書きません。', example: '県の公式サイトに載っている代表番号のため' }),
  date: field(day, { label: '判断した日' }),
});

const exceptions = z.array(exception).max(1_000);

export function parsePrivacyExceptions(source: string): PrivacyExceptions {
  return readSheet(privacyExceptionsFile, source, source, 0, exceptions);
}

/** Takes out the findings that an exception covers, all of a file and kind or none: one more than was judged must be judged too. */
export function applyExceptions(findings: readonly Finding[], exceptions: PrivacyExceptions | undefined): Finding[] {
  const judged = exceptions ? readEntries(exceptions).map(({ entry }) => entry) : [];
  const covered = new Set(judged.filter((entry) => findCovered(findings, entry).length <= entry.count).map((entry) => entry.file + entry.kind));
  return findings.filter(({ file, rule }) => !rule.startsWith(personalInformationPrefix) || !covered.has(file + rule.slice(personalInformationPrefix.length)));
}

/** What is wrong with the exceptions themselves. `findings` are all of the run, before any was taken out. */
export function lintExceptions(exceptions: PrivacyExceptions, findings: readonly Finding[], files: ReadonlySet<string>, today: string): Finding[] {
  const rule = 'privacy-exceptions';
  const faults = exceptions.faults.map(({ offset, message }) => findingAt(exceptions, { offset }, { rule, message }));
  const all = readEntries(exceptions);
  const entries = all.flatMap(({ entry, index }) => {
    const report = (key: string, severity: 'error' | 'warning', message: string) => [findingAt(exceptions, { path: [index, key] }, { rule, severity, message })];
    if (!files.has(entry.file)) return report('file', 'error', `ファイル「${entry.file}」がありません。${suggest(entry.file, files)}直すか、この例外を消してください。`);
    if (entry.date > today) return report('date', 'error', `日付「${entry.date}」が今日（${today}）より後です。実際の日付に直してください。`);
    if (all.some((other) => other.index < index && other.entry.file === entry.file && other.entry.kind === entry.kind)) return report('file', 'error', '同じファイルと種類の例外が二つあります。一つにまとめ、件数（count）を合わせてください。');
    const found = findCovered(findings, entry).length;
    if (found === 0) return report('file', 'warning', 'この例外に当てはまる箇所はもうありません。例外を消してください。');
    if (found > entry.count) return report('count', 'error', `認めた${entry.count}件より多い${found}件が見つかりました。増えた箇所を消すか、すべて確かめてから件数（count）を直してください。`);
    if (found < entry.count) return report('count', 'warning', `認めた${entry.count}件より少ない${found}件です。件数（count）を直してください。`);
    return [];
  });
  return [...faults, ...findFieldErrors(exceptions), ...entries];
}

/** The entries that are right, with their places in the list: one that is wrong takes nothing from the others. */
function readEntries({ value }: PrivacyExceptions): { entry: PrivacyException; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => {
    const { data } = exception.safeParse(item);
    return data ? [{ entry: data, index }] : [];
  });
}

function findCovered(findings: readonly Finding[], { file, kind }: PrivacyException): Finding[] {
  return findings.filter((finding) => finding.file === file && finding.rule === personalInformationPrefix + kind);
}

function suggest(file: string, files: ReadonlySet<string>): string {
  const nearest = nearestWord(file, files);
  return nearest === undefined ? '' : `「${nearest}」の間違いかもしれません。`;
}

export type PrivacyException = z.infer<typeof exception>;
export type PrivacyExceptions = Sheet<PrivacyException[]>;
