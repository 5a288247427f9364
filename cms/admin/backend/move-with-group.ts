import { readFile } from './apply-changes.ts';

/**
 * The path that a Q&A's file has once its group was changed; undefined where it may stay. Its id and address stay
 * anyway.
 */
export function moveWithGroup(path: string, text: string): string | undefined {
  const place = /^content\/qa\/([^/]+)\/([^/]+\.mdx)$/.exec(path);
  const { group } = place ? readFile(text, false).fields : {};
  return place && typeof group === 'string' && group !== '' && group !== place[1]
    ? `content/qa/${group}/${place[2] ?? ''}`
    : undefined;
}
