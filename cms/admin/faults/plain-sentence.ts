import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { components, isComponentName } from '../../../src/mdx/components.ts';
import { collections } from '../../../src/schema/collections.ts';
import { fieldText } from '../../../src/schema/field.ts';
import { sayForForms } from './plain-endings.ts';

/**
 * A sentence of the content check without the names that fields, choices and parts of a text have in files: 「了承
 * （consent）」 is 「了承」, 「<Steps>」 is 「手順」, `alt は` is 「説明は」. Whoever writes in a form never sees a file.
 */
export function plainSentence(sentence: string): string {
  return sayForForms(sentence, (name) => labels.get(name) ?? name)
    .replace(/（([a-z][A-Za-z0-9-]*)）/g, (written, name: string) => (isFileName(name) ? '' : written))
    .replace(/<\/?([A-Z][A-Za-z]*)(?: [^<>]*)?\/?>/g, (written, name: string) =>
      isComponentName(name) ? components[name].label : written,
    )
    .replace(/(^|[「。、])([a-z]+)(?= ?[はがをにの」])/g, (written, before: string, name: string) => {
      const label = labels.get(name);
      return label === undefined ? written : before + label;
    })
    .replace(/(?<=\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}) (?=[はがを])/gu, '');
}

/** Names of the attributes of parts of a text. */
const labels = new Map(
  Object.values(components).flatMap(({ attributes }) =>
    Object.entries(attributes.shape as Record<string, z.ZodType>).map(
      ([name, type]) => [name, fieldText(type)?.label ?? name] as const,
    ),
  ),
);

function isFileName(name: string): boolean {
  names ??= new Set([...labels.keys(), ...Object.values(collections).flatMap(({ schema }) => namesOf(schema))]);
  return names.has(name);
}

let names: ReadonlySet<string> | undefined;

function namesOf(type: z.ZodType): string[] {
  const bare = unwrap(type);
  if (bare instanceof z.ZodEnum) return bare.options.map(String);
  if (bare instanceof z.ZodArray) return namesOf(bare.element as z.ZodType);
  if (!(bare instanceof z.ZodObject)) return [];
  return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([key, field]) => [key, ...namesOf(field)]);
}
