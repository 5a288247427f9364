import { collections } from '../../../src/schema/collections.ts';
import { addMonths } from '../../../src/strings/days.ts';
import { describeFolder, sortBy, type DecapCollection } from './collection-parts.ts';
import { describeFields, type DecapField } from './fields.ts';

/** The form and the list of Q&As. `today` is the day in Japan, `ownGroups` those of whoever is signed in. */
export function describeQa(today: string, ownGroups: readonly string[]): DecapCollection {
  const [ownGroup] = ownGroups;
  const fields = describeFields(collections.qa.schema, {
    defaults: {
      ...(ownGroup === undefined ? {} : { group: ownGroup }),
      asked: today,
      'answers.date': today,
      'basis.checked': today,
      'answers.by.kind': 'unknown',
      'answers.by.population': 'unknown',
      ...(ownGroup === undefined ? {} : { 'answers.by.prefecture': ownGroup }),
      status: 'current',
      reviewBy: addMonths(today, 12),
      audience: 'public',
      provenance: 'chat',
      timing: 'anytime',
    },
    summaries: { answers: '{{date}}\n\n{{text}}', sources: '{{title}}', basis: '{{law}} {{article}}' },
  });
  const body: DecapField = {
    name: 'body',
    label: 'まとめ（本文）',
    widget: 'kj-text',
    required: false,
    hint: '複数の答えを読み比べてわかること、進め方、落とし穴を書きます。空でもかまいません。',
  };
  const special: Record<string, Partial<DecapField>> = {
    question: { widget: 'kj-question' },
    summary: { widget: 'kj-line', counter: 120 },
    answers: { label_singular: '回答', minimize_collapsed: false, min: 1 },
    reviewBy: { widget: 'kj-review' },
  };
  return {
    ...describeFolder('qa'),
    label_singular: '質問',
    path: '{{group}}/{{slug}}',
    slug: '{{fields.id}}',
    media_folder: '/public/images',
    public_folder: '/images',
    identifier_field: 'question',
    preview_path: 'q/{{fields.id}}/',
    summary: '{{question}}（{{__group}}・{{__status}}・見直し {{reviewBy}}）',
    sortable_fields: sortBy('reviewBy', 'asked', 'question', 'group'),
    view_filters: [
      ...(ownGroups.length === 0
        ? []
        : [{ label: '自分の県人会', field: 'group', pattern: `^(${ownGroups.join('|')})$` }]),
      { label: '見直し期限が過ぎた', field: '__due', pattern: '期限切れ' },
      { label: '3か月以内に見直し', field: '__due', pattern: '3か月以内' },
      { label: '要確認', field: 'status', pattern: 'needs-review' },
      { label: '古い情報', field: 'status', pattern: 'outdated' },
      { label: '取り下げ', field: 'status', pattern: 'withdrawn' },
      { label: '会員限定', field: 'audience', pattern: 'members' },
    ],
    view_groups: [
      { label: '県人会', field: '__group' },
      { label: '状態', field: '__status' },
      { label: '見直し期限（月）', field: 'reviewBy', pattern: String.raw`\d{4}-\d{2}` },
    ],
    fields: arrange(
      [...fields, body],
      [
        'question',
        'summary',
        'answers',
        'body',
        'topics',
        'aliases',
        'group',
        'provenance',
        'consent',
        'sources',
        'basis',
        'practice',
      ],
      special,
      'そのほか（ふつうは変えなくてかまいません）',
    ),
  };
}

/**
 * The fields of `first` in that order, then a fold named `foldLabel` with the rest; `special` adds settings by field
 * name.
 */
function arrange(
  fields: readonly DecapField[],
  first: readonly string[],
  special: Readonly<Record<string, Partial<DecapField>>>,
  foldLabel: string,
): DecapField[] {
  const adapted = fields.map((field): DecapField => ({ ...field, ...special[field.name] }));
  const front = first.flatMap((name) => adapted.filter((field) => field.name === name));
  const rest = adapted.filter((field) => !first.includes(field.name));
  return [...front, { name: '__rest', label: foldLabel, widget: 'kj-fold', required: false }, ...rest];
}
