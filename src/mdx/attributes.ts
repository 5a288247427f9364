import { hasHiddenCharacter } from '../schema/hidden-characters.ts';
import { fieldText } from '../schema/field.ts';
import { nameHiddenCharacter } from './characters.ts';
import { components, isComponentName } from './components.ts';
import type { FlowComponent, TextComponent } from './nodes.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/** Attributes of a known component that are strings and fit its schema; `values` is empty where there are problems. */
export function readAttributes(node: FlowComponent | TextComponent): {
  values: Record<string, string>;
  problems: MdxProblem[];
} {
  const problems: MdxProblem[] = [];
  const values = new Map<string, string>();

  for (const attribute of node.attributes) {
    const position = attribute.position ?? node.position;
    if (attribute.type === 'mdxJsxExpressionAttribute')
      problems.push(mdxProblem('spread', position, `{${attribute.value}}`));
    else if (/^on/i.test(attribute.name)) problems.push(mdxProblem('event-attribute', position, attribute.name));
    else if (typeof attribute.value === 'object' && attribute.value !== null)
      problems.push(mdxProblem('attribute-expression', position, attribute.name));
    else if (values.has(attribute.name)) problems.push(mdxProblem('repeated-attribute', position, attribute.name));
    else if (hasHiddenCharacter(attribute.value ?? ''))
      problems.push(mdxProblem('character', position, nameHiddenCharacter(attribute.value ?? '')));
    else values.set(attribute.name, attribute.value ?? '');
  }
  if (node.name === null || !isComponentName(node.name)) return { values: {}, problems };

  problems.push(...checkValues(node, components[node.name].attributes, values));
  return { values: problems.length > 0 ? {} : Object.fromEntries(values), problems };
}

function checkValues(
  node: FlowComponent | TextComponent,
  schema: (typeof components)[keyof typeof components]['attributes'],
  values: ReadonlyMap<string, string>,
): MdxProblem[] {
  const problems: MdxProblem[] = [];
  const positionOf = (name: string) =>
    node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)?.position ??
    node.position;

  for (const name of values.keys()) {
    if (!Object.hasOwn(schema.shape, name)) problems.push(mdxProblem('unknown-attribute', positionOf(name), name));
  }
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = values.get(name);
    // An attribute that was refused above is there, though it has no value.
    if (field.safeParse(value).success || (value === undefined && positionOf(name) !== node.position)) continue;
    problems.push(
      value === undefined
        ? mdxProblem('missing-attribute', openingTagOf(node), name)
        : mdxProblem('bad-attribute', positionOf(name), fieldText(field)?.error ?? name),
    );
  }
  return problems;
}

/** A component may be a page long; what is missing belongs to its first line. */
function openingTagOf(node: FlowComponent | TextComponent): FlowComponent['position'] {
  if (!node.position) return undefined;
  const { start } = node.position;
  const width = (node.name ?? '').length + 1;
  return {
    start,
    end: {
      line: start.line,
      column: start.column + width,
      ...(start.offset === undefined ? {} : { offset: start.offset + width }),
    },
  };
}
