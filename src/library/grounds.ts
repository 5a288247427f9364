import { practice as practiceSchema, type Basis, type Practice } from '../schema/basis.ts';
import { fieldText } from '../schema/field.ts';
import { formatDay } from '../strings/dates.ts';

/** The law behind an answer as a reader sees it, in the editor's order. */
export function listBasis(basis: readonly Partial<Basis>[]): ShownBasis[] {
  return basis
    .filter(({ law }) => law !== undefined && law !== '')
    .map(({ law = '', article, since, url, checked }) => ({
      name: [law, article].filter(Boolean).join(' '),
      url,
      notes: [
        ...(isDay(since) ? [`${formatDay(since)}施行`] : []),
        ...(isDay(checked) ? [`${formatDay(checked)}に確認`] : []),
      ],
    }));
}

/** What has to be arranged inside the own organisation, with the Japanese names of the fields. */
export function listPractice(practice: Partial<Practice> | undefined): { label: string; value: string }[] {
  return Object.entries(practiceSchema.shape).flatMap(([name, type]) => {
    const value = practice?.[name as keyof Practice];
    return value === undefined || value === '' ? [] : [{ label: fieldText(type)?.label ?? name, value }];
  });
}

/** Both as lines of plain text, for the search and for copies. */
export function writeGrounds(qa: { basis: readonly Basis[]; practice?: Practice | undefined }): string[] {
  return [
    ...listBasis(qa.basis).map(({ name, url, notes }) => {
      const told = notes.length === 0 ? '' : `（${notes.join('、')}）`;
      return `${name}${told}${url === undefined ? '' : ` <${url}>`}`;
    }),
    ...listPractice(qa.practice).map(({ label, value }) => `${label}：${value}`),
  ];
}

/** A form that is being filled may hold anything. */
function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

export interface ShownBasis {
  /** Law and article. */
  name: string;
  url: string | undefined;
  /** Since when it holds, and when it was looked up. */
  notes: string[];
}
