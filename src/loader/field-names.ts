import type { StoredGroup, StoredTopic } from '../library/stored.ts';
import { organisationKinds, statuses } from '../schema/choices.ts';
import { fieldToken } from '../search/index-format.ts';
import type { FieldName } from '../search/vocabulary.ts';
import { toMatchingKey } from '../text/matching-key.ts';

/**
 * What people type for a group, a topic, a kind of body or a status; the search has no other way to know that 都庁 is
 * 東京都人会.
 */
export function listFieldNames(
  groups: readonly Named<StoredGroup>[],
  topics: readonly Named<StoredTopic>[],
): FieldName[] {
  return [
    ...groups.map(({ id, data }) => name('group', id, data.groupName, formsOfGroup(id, data))),
    ...topics.map(({ id, data }) => name('topic', id, data.name, [data.name, ...data.name.split('・'), data.kana])),
    ...tellingKinds.map((kind) => name('kind', kind, organisationKinds[kind], organisationKinds[kind].split('・'))),
    ...tellingStatuses.map((status) => name('status', status, statuses[status], [statuses[status]])),
  ];
}

/** 市, 町 and 村 stand in every other word; those who want them have the filter. */
const tellingKinds = ['designated-city', 'special-ward', 'union'] as const;
const tellingStatuses = ['needs-review', 'outdated'] as const;

function name(field: string, value: string, label: string, forms: readonly string[]): FieldName {
  const keys = forms.map((form) => toMatchingKey(form)).filter((key) => key.length > 1 || /\p{sc=Han}/u.test(key));
  return [fieldToken(field, value), label, [...new Set(keys)]];
}

/** The full name comes first: 秋田県庁 and 秋田県内 begin with it. */
function formsOfGroup(id: string, { name: full, kana, groupName }: StoredGroup): string[] {
  const suffix = full === '北海道' ? '' : (/[都府県]$/.exec(full)?.[0] ?? '');
  const short = full.slice(0, full.length - suffix.length);
  const shortKana = kana.replace(/(?:と|ふ|けん)$/, '');
  return [
    full,
    ...(short === full ? [] : [short]),
    groupName,
    `${short}県人会`,
    ...(suffix === '県' ? [] : [`${full.slice(-1)}庁`]),
    kana,
    // Two letters of kana stand in too many words: なら, みえ.
    ...(shortKana.length > 2 ? [shortKana] : []),
    id,
  ];
}

export interface Named<Data> {
  readonly id: string;
  readonly data: Data;
}
