import * as z from 'zod';
import { actions } from './actions.ts';
import { errorBody } from './errors.ts';
import { session } from './session.ts';

/** The document with its part between the two marks written anew. */
export function writeProtocol(document: string): string {
  return document.replace(
    /(<!-- actions: begin .*? -->\n)[^]*?(<!-- actions: end -->)/,
    (_, begin: string, end: string) => [begin, writeActions(), end].join('\n'),
  );
}

/**
 * The Markdown of `PROTOCOL.md` that follows from the schemas: a list of the actions with what is sent and what comes
 * back, and the shapes that they name, in the notation of TypeScript.
 */
function writeActions(): string {
  const shapes = new Map<string, JsonSchema>();
  const write = (shape: z.ZodType, io: 'input' | 'output'): string => {
    const { $defs = {}, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as JsonSchema;
    for (const [name, definition] of Object.entries($defs)) shapes.set(name, definition);
    return writeShape(schema);
  };
  const lines = Object.entries(actions).map(([name, action]) => {
    const mark = 'isOurs' in action ? ' †' : '';
    const [params, answer] = [write(action.params, 'input'), write(action.answer, 'output')];
    return `- \`${name}(${params === '{}' ? '' : params})\`${mark} → \`${answer}\`: ${action.does}`;
  });
  const roots = [`Session = ${write(session, 'output')}`, `ErrorBody = ${write(errorBody, 'output')}`];
  const named = [...shapes].map(([name, schema]) => `${name} = ${writeShape(schema)}`);
  return `${lines.join('\n')}\n\n\`\`\`text\n${[...roots, ...named].join('\n\n')}\n\`\`\`\n`;
}

/** Without limits of length. */
function writeShape(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, enum: choices, type, items, properties, additionalProperties } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  const parts = anyOf ?? oneOf;
  if (parts) return parts.map(writeShape).join(' | ');
  if (Array.isArray(type)) return type.join(' | ');
  if (type === 'array') return items ? listOf(writeShape(items)) : 'any[]';
  if (type === 'integer') return 'number';
  if (type !== 'object') return String(type ?? 'any');
  if (typeof additionalProperties === 'object') return `{ [name]: ${writeShape(additionalProperties)} }`;
  const fields = Object.entries(properties ?? {}).map(
    ([name, field]) => `${name}${schema.required?.includes(name) === true ? '' : '?'}: ${writeShape(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function listOf(item: string): string {
  return / \| /.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}
