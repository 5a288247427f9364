import { expect, it } from 'vitest';
import { changeSite } from '../../../../../cms/server/check/change-site.ts';
import { parseDocument, type AnyDocument } from '../../../../../src/lint/parse-document.ts';
import { indexSite, type Site } from '../../../../../src/lint/site.ts';

const qa = (id: string, question: string, redirect = ''): AnyDocument =>
  parseDocument(
    `content/qa/gifu/${id}.mdx`,
    `---\nid: ${id}\nquestion: ${question}\n${redirect === '' ? '' : `redirectFrom:\n  - ${redirect}\n`}---\n本文\n`,
    'qa',
  ) as AnyDocument;
const group = (id: string, code: string): AnyDocument =>
  parseDocument(`content/groups/${id}.yaml`, `code: '${code}'\nname: ${id}\n`, 'groups') as AnyDocument;
const topic = (id: string): AnyDocument =>
  parseDocument(`content/topics/${id}.yaml`, `name: ${id}\n`, 'topics') as AnyDocument;

const rest = [qa('aaaa2222', '同じ質問'), group('gifu', '21'), topic('move')];
const gone = [qa('bbbb3333', '同じ質問', '/q/old/'), group('aichi', '23'), topic('law')];
const come = [qa('bbbb3333', '別の質問', '/q/older/'), qa('cccc4444', '同じ質問'), group('aichi', '21')];
const source = { today: '2026-07-01', media: new Set(['/images/a.png']) };

/** Maps and sets as plain data, whatever the order in which they were filled. */
const plain = (site: Site): unknown =>
  Object.fromEntries(
    Object.entries(site).map(([key, value]: [string, unknown]) => [
      key,
      isMap(value)
        ? Object.fromEntries(
            [...value]
              .sort()
              .map(([name, items]: [string, unknown]) => [
                name,
                Array.isArray(items) ? items.map(nameOf).sort() : nameOf(items),
              ]),
          )
        : value instanceof Set
          ? [...value].sort()
          : value,
    ]),
  );

function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null && 'get' in value;
}

function nameOf(item: unknown): string {
  const { file, source: text, document } = item as { file?: string; source?: string; document?: AnyDocument };
  return document ? nameOf(document) : `${file} ${text}`;
}

it('gives what indexing everything anew would give', () => {
  const before = indexSite({ documents: [...rest, ...gone], ...source });
  const media = new Set(['/images/b.png']);
  expect(plain(changeSite(before, { gone, come, media }))).toEqual(
    plain(indexSite({ documents: [...rest, ...come], today: source.today, media })),
  );
});

it('leaves the index of before as it was', () => {
  const before = indexSite({ documents: [...rest, ...gone], ...source });
  const known = plain(before);
  changeSite(before, { gone, come, media: new Set() });
  expect(plain(before)).toEqual(known);
});
