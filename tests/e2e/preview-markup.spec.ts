import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from '@playwright/test';
import { readFile } from '../../cms/admin/backend/apply-changes.ts';
import type { CatalogueData } from '../../cms/admin/questions/catalogue.ts';
import { renderEntry } from '../../cms/admin/preview/register-previews.ts';
import { planted, plantedRoot } from './setup/plant-content.ts';
import { readPage } from './setup/read-head.ts';
import { fixtureDay, sites } from './setup/sites.ts';

const content = path.join(plantedRoot, 'content');

/** Of each collection the files, their pages, and which parts of a page are made of the entry alone. */
const compared: readonly Compared[] = [
  { collection: 'qa', files: 'qa/*/*.mdx', pageOf: (id) => `q/${id}/`, partsOf: (main) => main },
  { collection: 'events', files: 'events/*.yaml', pageOf: (id) => `events/${id}/`, partsOf: (main) => main },
  {
    collection: 'pride',
    files: 'pride/*.yaml',
    pageOf: () => 'pride/',
    // The preview, which knows no id, has one card.
    partsOf: (main, id) =>
      main
        .flatMap((part) => find(part, ({ properties }) => hasClass(properties, 'pride-card')))
        .filter(({ properties }) => (properties['id'] ?? id) === id)
        .map((card) => ({ ...card, properties: { ...card.properties, id: undefined } })),
  },
  {
    collection: 'topics',
    files: 'topics/*.yaml',
    pageOf: (id) => `topics/${id}/`,
    partsOf: (main) => main.slice(0, 2),
  },
  {
    collection: 'groups',
    files: 'groups/*.yaml',
    pageOf: (id) => `groups/${id}/`,
    partsOf: (main) => main.filter((part, index) => index < 2 || write([part]).includes('<h2>出典</h2>')),
  },
];

for (const { collection, files, pageOf, partsOf } of compared) {
  test(`the preview of ${collection} has the markup of the built page`, () => {
    const { topics } = JSON.parse(
      readFileSync(path.join(sites.planted.folder, 'admin/catalogue.json'), 'utf8'),
    ) as CatalogueData;
    const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
    const context = { base: sites.planted.base, today: fixtureDay, topicNames };
    // What only members read has no page here.
    const entries = readForms(files).filter(({ id }) => existsSync(path.join(sites.planted.folder, pageOf(id))));
    expect(entries.length).toBeGreaterThan(20);
    for (const { id, form } of entries) {
      const preview = partsOf(readMain(renderEntry(collection, form, context)), id);
      const page = partsOf(readMain(readPage(sites.planted, pageOf(id))), id);
      expect(write(preview), id).toBe(write(page));
    }
  });
}

test('withdrawn, overdue and hostile Q&As and ones with few fields are among them', () => {
  const read = (id: string) => write(readMain(readPage(sites.planted, `q/${id}/`)));
  expect(read(planted.withdrawn)).toContain('取り下げた日');
  expect(read(planted.overdue)).toContain('status-strip');
  expect(read(planted.overdue)).not.toMatch(/write-up|id="(?:grounds|sources)"/);
  expect(read(planted.hostile)).toContain('id="sources"');
});

function readForms(pattern: string): { id: string; form: Record<string, unknown> }[] {
  return globSync(pattern, { cwd: content }).map((file) => {
    const { fields, body } = readFile(readFileSync(path.join(content, file), 'utf8'), file.endsWith('.yaml'));
    return { id: path.parse(file).name, form: { ...fields, body: body ?? '' } };
  });
}

/** The elements in `<main>`, without what the site puts around the parts of an entry. */
function readMain(html: string): Element[] {
  const [main] = find(fromHtml(html), ({ tagName }) => tagName === 'main');
  if (!main) throw new Error('There is no <main>.');
  return elementsIn({ ...main, children: clean(main.children) });
}

function clean(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const inside = clean(child.children);
    if (/^qa-(?:checklists|tables)$/.test(child.tagName)) return inside;
    if (isOfSite(child) || isCount(child) || isCount(children[index - 1])) return [];
    // The page gives its first checklist an id, to which a link leads.
    const id = child.properties['id'] === 'checklist' ? undefined : child.properties['id'];
    return [{ ...child, properties: { ...child.properties, id }, children: inside }];
  });
}

/** Programs, navigation, tools and lists of other entries. */
function isOfSite({ tagName, properties }: Element): boolean {
  return tagName === 'script' || properties['id'] === 'related' || siteOnly.some((name) => hasClass(properties, name));
}

function hasClass({ className }: Element['properties'], name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

const siteOnly = [
  'breadcrumbs',
  'print-head',
  'qa-aside',
  'feedback',
  'chips',
  'last-modified',
  'more',
  'neighbours',
  'qa-list',
];

/** How many Q&As a group has, name and value. */
function isCount(child: ElementContent | undefined): boolean {
  return child?.type === 'element' && child.tagName === 'dt' && write([child]) === '<dt>質問と回答</dt>';
}

function find(tree: Root | Element, isMeant: (element: Element) => boolean): Element[] {
  return elementsIn(tree).flatMap((element) => (isMeant(element) ? [element] : find(element, isMeant)));
}

function elementsIn({ children }: Root | Element): Element[] {
  return children.flatMap((child) => (child.type === 'element' ? [child] : []));
}

function write(children: readonly ElementContent[]): string {
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [...children] });
}

interface Compared {
  collection: string;
  files: string;
  /** Path below the base. */
  pageOf: (id: string) => string;
  partsOf: (main: Element[], id: string) => Element[];
}
