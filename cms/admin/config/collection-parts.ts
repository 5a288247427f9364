import { collections } from '../../../src/schema/collections.ts';
import type { EditableCollection } from '../../../src/schema/editable-collections.ts';
import type { DecapField } from './fields.ts';

/** What Decap's settings of every collection have. */

export function describeFolder(name: EditableCollection) {
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

export function sortBy(...fields: string[]): { field: string }[] {
  return fields.map((field) => ({ field }));
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
