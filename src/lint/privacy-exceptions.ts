import * as z from 'zod';
import { judgeableKinds, privacyKinds, type PrivacyKind } from '../privacy/finding.ts';
import { choice, field } from '../schema/field.ts';
import { day, line } from '../schema/scalars.ts';
import { findingAt, type Finding } from './finding.ts';
import { nearestWord } from './nearest-word.ts';
import { parseYamlFile, type ParsedYaml } from './parse-yaml-file.ts';
import { findFieldErrors } from './rules/fields.ts';
import { digestPattern, digestValue, isDigestOf } from './privacy-digest.ts';
import { personalInformationPrefix, readFoundValue } from './rules/personal-information.ts';

/** Where people write down that something that looks personal may stay, and why. */
export const privacyExceptionsFile = 'content/privacy-exceptions.yaml';

const judgeableLabels = Object.fromEntries(judgeableKinds.map((kind) => [kind, privacyKinds[kind].label])) as Record<
  PrivacyKind,
  string
>;

const exception = z.strictObject({
  file: field(line(200), { label: 'ファイル', example: 'content/qa/gifu/k7mq2pzd.mdx' }),
  kind: field(choice(judgeableLabels), { label: '種類' }),
  value: field(z.string().regex(digestPattern), {
    label: '値の印',
    hint: '認めた値そのものの代わりです。手では書けません。npm run judge -- ファイル 種類 理由 で書き直してください。',
    error: '値の印（value）が正しくありません。npm run judge -- ファイル 種類 理由 で書き直してください。',
  }),
  count: field(z.int().min(1).max(1_000).default(1), {
    label: '件数',
    hint: 'そのファイルで、認めた値が出てくる箇所の数。書かなければ1です。',
  }),
  reason: field(line(120, 5), {
    label: '理由',
    hint: '載せてよいと判断した理由。電話番号や名前そのものは書きません。',
    example: '県の公式サイトに載っている代表番号のため',
  }),
  date: field(day, { label: '判断した日' }),
});

const exceptions = z.array(exception).max(1_000);

export function parsePrivacyExceptions(source: string): PrivacyExceptions {
  return parseYamlFile(privacyExceptionsFile, source, source, 0, exceptions);
}

/** The judgements in the file that are right; one that is wrong takes nothing from the others. */
export function readJudgements(exceptions: PrivacyExceptions): PrivacyException[] {
  return readEntries(exceptions).map(({ entry }) => entry);
}

/** Takes out the findings that are judged. A judgement is of one value: another in its place must be judged anew. */
export function leaveJudged(findings: readonly Finding[], judgements: readonly PrivacyException[]): Finding[] {
  const judged = new Set(listStanding(findings, judgements).flatMap(({ places }) => places));
  return findings.filter((finding) => !judged.has(finding));
}

/**
 * The judgements that cover something, each with the findings it covers and as many in its count. Of several for one
 * value the last one stands. A value that is there more often than it was judged is not covered.
 */
export function listStanding(
  findings: readonly Finding[],
  judgements: readonly PrivacyException[],
): StandingJudgement[] {
  const left = new Set(findings);
  const standing = [...judgements].reverse().flatMap((judgement) => {
    const places = findCovered([...left], judgement);
    if (places.length === 0 || places.length > judgement.count) return [];
    for (const place of places) left.delete(place);
    return [{ judgement: { ...judgement, count: places.length }, places }];
  });
  return standing.reverse();
}

/** Judges the value of each finding, as often as it is there among `all`. */
export function judgeFindings(
  open: readonly Finding[],
  all: readonly Finding[],
  reason: string,
  date: string,
): PrivacyException[] {
  const left = new Set(open);
  const judgements: PrivacyException[] = [];
  for (const finding of open) {
    const [value, kind] = [readFoundValue(finding), kindOf(finding)];
    if (!left.has(finding) || value === undefined || kind === undefined) continue;
    const { file } = finding;
    const same = all.filter(
      (other) => other.file === file && kindOf(other) === kind && readFoundValue(other) === value,
    );
    for (const other of [finding, ...same]) left.delete(other);
    judgements.push({
      file,
      kind,
      value: digestValue({ file, kind, value }),
      count: Math.max(1, same.length),
      reason,
      date,
    });
  }
  return judgements;
}

/** What is wrong with the exceptions themselves. `findings` are all of the run, before any was taken out. */
export function lintExceptions(
  exceptions: PrivacyExceptions,
  findings: readonly Finding[],
  files: ReadonlySet<string>,
  today: string,
): Finding[] {
  const rule = 'privacy-exceptions';
  const faults = exceptions.faults.map(({ offset, message }) => findingAt(exceptions, { offset }, { rule, message }));
  const all = readEntries(exceptions);
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const entries = all.flatMap(({ entry, index }) => {
    const report = (key: string, severity: 'error' | 'warning', message: string) => [
      findingAt(exceptions, { path: [index, key] }, { rule, severity, message }),
    ];
    if (!files.has(entry.file))
      return report(
        'file',
        'error',
        `ファイル「${entry.file}」がありません。${suggest(entry.file, files)}直すか、この例外を消してください。`,
      );
    if (entry.date > today)
      return report('date', 'error', `日付「${entry.date}」が今日（${today}）より後です。実際の日付に直してください。`);
    const covered = findCovered(byFile.get(entry.file) ?? [], entry);
    const twin = all.find((other) => other.index < index && findCovered(covered, other.entry).length > 0);
    if (twin)
      return report(
        'file',
        'error',
        `同じ値の例外が二つあります（${twin.index + 1}番目）。一つにまとめ、件数（count）を合わせてください。`,
      );
    const found = covered.length;
    if (found === 0)
      return report(
        'file',
        'warning',
        'この例外で認めた値は、もうこのファイルにありません。この例外を消してください。',
      );
    if (found > entry.count)
      return report(
        'count',
        'error',
        `認めた${entry.count}件より多い${found}件が見つかりました。増えた箇所を消すか、すべて確かめてから件数（count）を直してください。`,
      );
    if (found < entry.count)
      return report(
        'count',
        'warning',
        `認めた${entry.count}件より少ない${found}件です。件数（count）を直してください。`,
      );
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

function findCovered(findings: readonly Finding[], { file, kind, value: digest }: PrivacyException): Finding[] {
  return findings.filter((finding) => {
    const value = finding.file === file && kindOf(finding) === kind ? readFoundValue(finding) : undefined;
    return value !== undefined && isDigestOf(digest, { file, kind, value });
  });
}

function kindOf({ rule }: Finding): PrivacyKind | undefined {
  return judgeableKinds.find((kind) => rule === personalInformationPrefix + kind);
}

function suggest(file: string, files: ReadonlySet<string>): string {
  const nearest = nearestWord(file, files);
  return nearest === undefined ? '' : `「${nearest}」の間違いかもしれません。`;
}

export interface StandingJudgement {
  judgement: PrivacyException;
  places: Finding[];
}

export type PrivacyException = z.infer<typeof exception>;
export type PrivacyExceptions = ParsedYaml<PrivacyException[]>;
