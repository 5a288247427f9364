import { Parser, type Node } from 'acorn';
import { findNewerNames } from './newer-names.ts';

const newer = findNewerNames();

/**
 * What a script uses that some browser at the floor lacks: syntax, patterns, globals, methods, selectors. A name that
 * the script also reads without calling it counts as tested for, as in `typeof navigator.share` or `'share' in
 * navigator`; a static method only together with its object, as in `'parse' in URL`.
 */
export function checkScript(source: string, { isModule, edition = 2022 }: ScriptKind): string[] {
  const found = new Map<string, string>();
  const tested = new Set<string>();
  let tree: Node;
  try {
    tree = Parser.parse(source, {
      ecmaVersion: edition,
      sourceType: isModule ? 'module' : 'script',
      allowHashBang: false,
    });
  } catch (error) {
    return [`構文：${error instanceof Error ? error.message : String(error)}`];
  }
  const local = new Set<string>();
  const report = (name: string, what: string) => found.set(what, name);
  walk(tree, undefined, (node, parent) => {
    if (node.type === 'Identifier' && isDeclared(node, parent)) local.add(node.name);
    else if (node.type === 'Identifier' && newer.globals.has(node.name) && isRead(node, parent)) {
      if (isCalled(node, parent)) report(node.name, node.name);
      else tested.add(node.name);
    }
    if (node.type === 'MemberExpression') {
      const name = nameOf(node);
      if (name === undefined) return;
      const key = memberKey(node.object, name);
      const what = key === name ? newer.members.get(name) : key;
      if (what !== undefined && isCalled(node, parent)) report(key, what);
      else tested.add(key);
    }
    if (node.type === 'BinaryExpression' && node.operator === 'in' && typeof node.left.value === 'string')
      tested.add(memberKey(node.right, node.left.value));
    if (node.type === 'Literal' && typeof node.value === 'string') checkText(node.value, report);
    if (node.type === 'TemplateElement') checkText(node.value.cooked ?? '', report);
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.callee.name === 'RegExp')
      checkPattern(node, report);
  });
  const isOwn = (name: string): boolean => !newer.members.has(name) && local.has(name.split('.')[0] ?? '');
  return [...found].filter(([, name]) => !tested.has(name) && !isOwn(name)).map(([what]) => what);
}

/** `URL.parse` for a static method that some browser lacks, the name alone for every other member. */
function memberKey(object: AnyNode, name: string): string {
  const owner = globalName(object);
  return owner !== undefined && newer.statics.get(owner)?.has(name) ? `${owner}.${name}` : name;
}

/** `URL` for both `URL` and `globalThis.URL`. */
function globalName(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name as string;
  const isOfWindow = node.type === 'MemberExpression' && /^(?:globalThis|window|self)$/.test(node.object.name ?? '');
  return isOfWindow ? nameOf(node) : undefined;
}

export interface ScriptKind {
  isModule: boolean;
  /** Of the language; 2022 is the last that every browser at the floor has whole. */
  edition?: 5 | 2022;
}

/** Selectors and settings that are texts within a script. */
function checkText(text: string, report: (name: string, what: string) => void): void {
  if (/^[^\n{}]*:has\(/.test(text)) report(':has', ':has() in a selector');
  if (text === 'from-image') report('from-image', "createImageBitmap's from-image");
}

function checkPattern(node: AnyNode, report: (name: string, what: string) => void): void {
  const [pattern, flags] = node.arguments.map((one: AnyNode) => one.value as unknown);
  if (typeof pattern !== 'string') return;
  try {
    Parser.parse(`/${pattern.replaceAll('/', '\\/')}/${typeof flags === 'string' ? flags : ''}`, { ecmaVersion: 2022 });
  } catch {
    report(pattern, `RegExp ${pattern}`);
  }
}

function isCalled(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'CallExpression') return parent.callee === node && !parent.optional;
  if (parent?.type === 'NewExpression') return parent.callee === node;
  if (parent?.type === 'MemberExpression' && node.type === 'Identifier') return parent.object === node;
  return parent?.type === 'AssignmentExpression' && parent.left === node && node.type === 'MemberExpression';
}

/** Not the name of a property, a label, or an import. */
function isRead(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent?.type === 'Property' || parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition')
    return parent.value === node;
  return !/^(?:Import|Export|Label|Break|Continue|MetaProperty)/.test(parent?.type ?? '');
}

function isDeclared(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'VariableDeclarator' || parent?.type === 'ClassDeclaration') return parent.id === node;
  if (parent?.type === 'ImportSpecifier') return parent.local === node;
  return (parent?.type.includes('Function') ?? false) || parent?.type === 'AssignmentPattern';
}

function nameOf(node: AnyNode): string | undefined {
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : undefined;
}

function walk(
  node: AnyNode,
  parent: AnyNode | undefined,
  visit: (node: AnyNode, parent: AnyNode | undefined) => void,
): void {
  visit(node, parent);
  for (const key in node) {
    const child = node[key] as unknown;
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) walk(one, node, visit);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Acorn's nodes, whose kinds differ in what they hold. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyNode = any;
