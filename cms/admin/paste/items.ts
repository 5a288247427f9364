import type { Break, List, ListItem, Paragraph, PhrasingContent, RootContent as Block } from 'mdast';
import { createLevels, type ListSign } from './list-signs.ts';
import { readSigns } from './lines-to-lists.ts';

/**
 * Adds an item to the list that ends the blocks, as deep in it as it says, or begins a list where it does not follow.
 */
export function addItem(blocks: Block[], place: ItemPlace, children: Block[]): void {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: withBox(children, place.checked) as ListItem['children'],
  };
  let home = blocks;
  for (let level = 0; level < place.level; level += 1) {
    const above = home.at(-1);
    const parent = above?.type === 'list' ? above.children.at(-1) : undefined;
    if (!parent) break;
    home = parent.children as Block[];
  }
  const last = home.at(-1);
  if (last?.type === 'list' && follows(last, place)) {
    last.children.push(item);
    return;
  }
  const list: KnownList = { type: 'list', ordered: place.ordered, spread: false, children: [item] };
  if (place.ordered && place.number !== undefined && place.number !== 1) list.start = place.number;
  if (place.list !== undefined) list.data = { name: place.list };
  home.push(list);
}

/** The box of a task. The writer of Japanese marks takes the place of that of boxes, so it is written as it stands. */
function withBox(children: Block[], checked: boolean | undefined): Block[] {
  const [first, ...rest] = children;
  if (checked === undefined || first?.type !== 'paragraph') return children;
  return [{ ...first, children: [{ type: 'html', value: checked ? '[x] ' : '[ ] ' }, ...first.children] }, ...rest];
}

/** A number that is not the next one would be counted anew, so it begins a list of its own. */
function follows(list: KnownList, { ordered, number, list: name }: ItemPlace): boolean {
  if (
    Boolean(list.ordered) !== ordered ||
    (name !== undefined && list.data?.name !== undefined && name !== list.data.name)
  )
    return false;
  return number === undefined || number === (list.start ?? 1) + list.children.length;
}

/** Makes lists of paragraphs and of lines that are written as items: `・一`, `①一`, `- 一`. */
export function linesOfItems(blocks: readonly Block[]): Block[] {
  const lines = blocks.flatMap((block): (PhrasingContent[] | undefined)[] =>
    block.type === 'paragraph' ? linesOf(block) : [undefined],
  );
  const signs = readSigns(lines.map((line) => (line?.[0]?.type === 'text' ? line[0].value : '')));
  const made: Block[] = [];
  let levels: ReturnType<typeof createLevels> | undefined;
  let at = 0;
  for (const block of blocks) {
    if (block.type !== 'paragraph') {
      at += 1;
      levels = undefined;
      made.push(
        'children' in block && block.type === 'blockquote'
          ? { ...block, children: linesOfItems(block.children) as never }
          : block,
      );
      continue;
    }
    let open: PhrasingContent[] | undefined;
    for (const line of linesOf(block)) {
      const sign = signs[at];
      at += 1;
      if (sign) {
        levels ??= createLevels();
        addItem(made, placeOf(sign, levels), [{ type: 'paragraph', children: withoutLeading(line, sign.length) }]);
        open = undefined;
      } else if (open) {
        open.push({ type: 'break' } satisfies Break, ...line);
      } else {
        open = [...line];
        levels = undefined;
        made.push({ ...block, children: open });
      }
    }
  }
  return made;
}

function placeOf(sign: ListSign, levels: (sign: ListSign) => number): ItemPlace {
  return {
    level: levels(sign),
    ordered: sign.number !== undefined,
    ...(sign.number === undefined ? {} : { number: sign.number }),
    ...(sign.checked === undefined ? {} : { checked: sign.checked }),
  };
}

function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}

function withoutLeading([first, ...rest]: PhrasingContent[], length: number): PhrasingContent[] {
  return first?.type === 'text'
    ? [{ ...first, value: first.value.slice(length) }, ...rest].filter(
        (child) => child.type !== 'text' || child.value !== '',
      )
    : [];
}

export interface ItemPlace {
  /** 0 for the outermost list. */
  level: number;
  ordered: boolean;
  number?: number;
  /** Of an item to tick. */
  checked?: boolean;
  /** Which of a document's lists, where it says so. */
  list?: string;
}

interface KnownList extends List {
  data?: (List['data'] & { name?: string }) | undefined;
}
