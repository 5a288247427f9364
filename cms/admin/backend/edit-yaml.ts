import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  YAMLSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { applyDifference } from './apply-difference.ts';
import { isRecord, isSameValue } from './same-value.ts';

/**
 * The YAML with the values of `next`; lines that say nothing changed stay byte for byte: comments, quotes, spaces, line
 * ends. The parsed file is written once as it is and once with the new values, and what differs between the two is put
 * into the source. Where that cannot be done the whole is written anew.
 */
export function editYaml(source: string, next: Record<string, unknown>): string {
  const document = parseDocument(source);
  const before: unknown = document.toJS() ?? {};
  if (isSameValue(before, next)) return source;
  if (isMap(document.contents) && isRecord(before) && !hasAliases(document)) {
    const unchanged = write(document);
    changeMap(document, document.contents, before, next);
    const edited = applyDifference(source, unchanged, write(document));
    const read = parseDocument(edited);
    if (read.errors.length === 0 && isSameValue(read.toJS(), next)) return edited;
  }
  return writeYaml(next).replaceAll('\n', source.includes('\r\n') ? '\r\n' : '\n');
}

/** YAML of a new file. */
export function writeYaml(fields: Record<string, unknown>): string {
  const document = new Document();
  document.contents = makeNode(document, fields, false);
  return write(document);
}

function changeMap(
  document: Document,
  map: YAMLMap,
  before: Record<string, unknown>,
  next: Record<string, unknown>,
): void {
  map.items = map.items.filter((pair) => Object.hasOwn(next, nameOf(pair)));
  // A new key goes behind the one before it, in the order of the form.
  let place = 0;
  for (const [name, value] of Object.entries(next)) {
    const at = map.items.findIndex((pair) => nameOf(pair) === name);
    const pair = map.items[at];
    if (!pair) map.items.splice(place, 0, document.createPair(name, makeNode(document, value, map.flow === true)));
    else if (!isSameValue(before[name], value))
      pair.value = change(document, pair.value as Node | null, before[name], value);
    place = (pair ? at : place) + 1;
  }
}

/** The node with another value, in the style of the node where it can have one. */
function change(document: Document, node: Node | null, before: unknown, next: unknown): Node {
  if (isMap(node) && isRecord(before) && isRecord(next) && Object.keys(next).length > 0) {
    changeMap(document, node, before, next);
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(next) && next.length > 0 && before.length > 0) {
    changeList(document, node, before, next);
    return node;
  }
  if (isScalar(node) && !isRecord(next) && !Array.isArray(next)) {
    node.value = next;
    delete node.source;
    const isText = typeof next === 'string' && next.includes('\n');
    if (isText ? node.type !== Scalar.BLOCK_LITERAL : node.type === Scalar.PLAIN || node.type === Scalar.BLOCK_LITERAL)
      setStyle(node);
    return node;
  }
  return makeNode(document, next, false);
}

/** Items at both ends that are the same stay; those between are changed one by one, then taken away or added. */
function changeList(document: Document, list: YAMLSeq, before: readonly unknown[], next: readonly unknown[]): void {
  const most = Math.min(before.length, next.length);
  let head = 0;
  while (head < most && isSameValue(before[head], next[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSameValue(before[before.length - 1 - tail], next[next.length - 1 - tail])) tail += 1;
  const [first] = list.items;
  const isFlow = list.flow === true || (isMap(first) && first.flow === true);
  const old = list.items.slice(head, list.items.length - tail) as Node[];
  const now = next.slice(head, next.length - tail).map((value, index) => {
    const item = old[index];
    return item ? change(document, item, before[head + index], value) : makeNode(document, value, isFlow);
  });
  list.items.splice(head, old.length, ...now);
}

/** As this project writes a value: texts of several lines behind `|`, ids and months on one line. */
function makeNode(document: Document, value: unknown, isFlow: boolean): Node {
  const node = document.createNode(value, { flow: isFlow }) as Node;
  visit(node, {
    Scalar: (_, scalar) => setStyle(scalar),
    Seq: (_, list) => void (list.flow ||= list.items.every(isShort)),
    Map: (_, map) => void (map.flow ||= map.items.length === 0),
  });
  return node;
}

function setStyle(scalar: Scalar): void {
  const { value } = scalar;
  const isText =
    typeof value === 'string' && value.includes('\n') && value.trim() !== '' && !/[^\t\n\P{C}]/u.test(value);
  if (isText) scalar.type = Scalar.BLOCK_LITERAL;
  else delete scalar.type;
}

function isShort(item: unknown): boolean {
  const value = isScalar(item) ? item.value : undefined;
  return typeof value === 'number' || (typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value));
}

function write(document: Document): string {
  // Lists without spaces inside their brackets, maps with.
  visit(document, {
    Seq: (_, list) => {
      if (!list.flow) return;
      list.toString = function (context, ...rest) {
        return YAMLSeq.prototype.toString.call(this, context && { ...context, flowCollectionPadding: '' }, ...rest);
      };
    },
  });
  return document.toString({
    lineWidth: 0,
    minContentWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function hasAliases(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Node: (_, node) => void (found ||= isAlias(node) || ('anchor' in node && Boolean(node.anchor))),
  });
  return found;
}
