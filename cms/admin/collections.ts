import { addMonths } from '../../src/strings/days.ts';
import { collections } from '../../src/schema/collections.ts';
import type { EditableCollection } from '../../src/schema/editable-collections.ts';
import { describeFields, type DecapField, type FieldOptions } from './fields.ts';
import type { ChosenBackend } from './backends.ts';

/** Decap's whole configuration, made from the schemas. `today` is the day in Japan, from which the defaults follow. */
export function describeAdminConfig({ chosen, address, today, ownGroups }: AdminConfigOptions): AdminConfig {
  return {
    load_config_file: false,
    backend: chosen.backend,
    publish_mode: chosen.workflow ? 'editorial_workflow' : 'simple',
    locale: 'ja',
    media_folder: 'public/images',
    public_folder: '/images',
    site_url: address,
    display_url: address,
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: true },
    collections: [
      describeQa(today, ownGroups),
      describeTopics(),
      describeEvents(),
      describePride(),
      describeVocabulary(),
      describeGroups(),
    ],
  };
}

function describeQa(today: string, ownGroups: readonly string[]): DecapCollection {
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

function describeTopics(): DecapCollection {
  const fields = describeFields(collections.topics.schema, noDefaults);
  return {
    ...describeFolder('topics'),
    label_singular: '話題',
    preview_path: 'topics/{{slug}}/',
    slug: '{{fields.__name}}',
    identifier_field: 'name',
    summary: '{{name}}',
    sortable_fields: sortBy('order', 'name'),
    fields: [nameField('話題のアドレスになる英字', '例：office-move。あとから変えられません。'), ...fields],
  };
}

function describeEvents(): DecapCollection {
  const fields = describeFields(collections.events.schema, {
    defaults: { audience: 'public', provenance: 'chat' },
    summaries: { sources: '{{title}}' },
  });
  return {
    ...describeFolder('events'),
    label_singular: '催し',
    preview_path: 'events/{{slug}}/',
    slug: '{{fields.__name}}',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: sortBy('start', 'title'),
    fields: [nameField(), ...fields],
  };
}

function describePride(): DecapCollection {
  const fields = describeFields(collections.pride.schema, {
    defaults: { provenance: 'chat' },
    summaries: { sources: '{{title}}' },
  });
  return {
    ...describeFolder('pride'),
    label_singular: 'まち自慢',
    preview_path: 'pride/',
    slug: '{{fields.__name}}',
    identifier_field: 'title',
    summary: '{{title}}（{{__group}}）',
    sortable_fields: sortBy('title', 'group'),
    view_groups: [{ label: '県人会', field: '__group' }],
    fields: [nameField(), ...fields],
  };
}

function describeVocabulary(): DecapCollection {
  const fields = describeFields(collections.vocabulary.schema, {
    defaults: {},
    summaries: { synonyms: '{{words}} → {{to}}', stop: '{{phrases}}', readings: '{{reading}}：{{words}}' },
  });
  const folded = fields.map((field): DecapField =>
    field.widget === 'list' ? { ...field, collapsed: true, minimize_collapsed: true } : field,
  );
  return {
    ...describeFolder('vocabulary'),
    label_singular: '分野',
    slug: '{{fields.__name}}',
    identifier_field: 'title',
    summary: '{{title}}',
    sortable_fields: sortBy('title'),
    fields: [nameField('分野のファイル名になる英字', '例：kosodate。あとから変えられません。'), ...folded],
  };
}

function describeGroups(): DecapCollection {
  const fields = describeFields(collections.groups.schema, { defaults: {}, summaries: { sources: '{{title}}' } });
  return {
    ...describeFolder('groups'),
    label_singular: '県人会',
    preview_path: 'groups/{{slug}}/',
    create: false,
    delete: false,
    slug: '{{slug}}',
    identifier_field: 'name',
    summary: '{{groupName}}',
    sortable_fields: sortBy('code', 'name'),
    fields,
  };
}

function describeFolder(name: EditableCollection) {
  const { folder, extension, label } = collections[name];
  return {
    name,
    label,
    folder: `content/${folder}`,
    extension,
    format: extension === 'mdx' ? 'kenjinkai-mdx' : 'kenjinkai-yaml',
    create: true,
    delete: true,
  };
}

/** The field for the file's name: typed once by the editor where it becomes part of an address, else a random ID. */
function nameField(label?: string, hint?: string): DecapField {
  return label === undefined
    ? { name: '__name', label: 'ID', widget: 'kj-id', required: false }
    : { name: '__name', label, widget: 'kj-name', required: false, ...(hint === undefined ? {} : { hint }) };
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

function sortBy(...fields: string[]): { field: string }[] {
  return fields.map((field) => ({ field }));
}

const noDefaults: FieldOptions = { defaults: {}, summaries: {} };

export interface AdminConfigOptions {
  chosen: ChosenBackend;
  /** Home page of the site with its host. */
  address: string;
  /** ISO day in Japan. */
  today: string;
  /** Groups of whoever is signed in. */
  ownGroups: readonly string[];
}

export interface AdminConfig {
  load_config_file: false;
  backend: Record<string, unknown>;
  publish_mode: string;
  collections: DecapCollection[];
  [setting: string]: unknown;
}

export interface DecapCollection {
  name: string;
  label: string;
  folder: string;
  extension: string;
  format: string;
  fields: DecapField[];
  [setting: string]: unknown;
}
