import { collections } from '../../../src/schema/collections.ts';
import { describeFolder, sortBy, type DecapCollection } from './collection-parts.ts';
import { describeQa } from './describe-qa.ts';
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

/** The field for the file's name: typed once by the editor where it becomes part of an address, else a random ID. */
function nameField(label?: string, hint?: string): DecapField {
  return label === undefined
    ? { name: '__name', label: 'ID', widget: 'kj-id', required: false }
    : { name: '__name', label, widget: 'kj-name', required: false, ...(hint === undefined ? {} : { hint }) };
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
