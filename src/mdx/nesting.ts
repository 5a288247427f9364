import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import type { Processor } from 'unified';
import { limits } from './limits.ts';

export class NestingError extends Error {
  readonly position: Position | undefined;

  constructor(position: Position | undefined) {
    super('Nested too deeply');
    this.position = position;
  }
}

/**
 * A remark plugin, to be used last: tree transforms and all later steps recurse, so
 * the depth is bounded by a loop before any of them.
 */
export function limitNesting(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = [{ transforms: [throwWhenDeep] }, ...(data.fromMarkdownExtensions ?? [])];
}

function throwWhenDeep(root: Root): void {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    const first = level[0];
    if (depth > limits.depth) throw new NestingError(first?.position);
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}
