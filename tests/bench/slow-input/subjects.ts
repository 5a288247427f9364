import { convertHtml } from '../../../cms/admin/paste/html-to-markdown.ts';
import { convertTabs } from '../../../cms/admin/paste/tabs-to-table.ts';
import { compareLines } from '../../../cms/admin/dialogs/compare-lines.ts';
import { contentLimits } from '../../../src/lint/limits.ts';
import { lintDocument } from '../../../src/lint/lint-content.ts';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { indexSite } from '../../../src/lint/site.ts';
import type { CollectionName } from '../../../src/schema/collections.ts';

/** The functions under test; each gets a fragment repeated up to the size limit of the checks, or beyond it. */
export const subjects: Readonly<Record<string, (fragment: string) => void>> = {
  'too much': (fragment) => check('qa', withFields('question: あ\n', fill(fragment, maxSent))),
  body: (fragment) => check('qa', withFields('question: あ\n', fill(fragment, 39_900))),
  'body of lines': (fragment) => check('qa', withFields('question: あ\n', fill(toLine(fragment), 39_900))),
  'body and answers': (fragment) =>
    check('qa', withFields(`question: あ\nanswers:\n${answer(fragment).repeat(3)}`, fill(fragment, 30_000))),
  'plain value': (fragment) => check('qa', withFields(`question: ${fill(fragment, maxLength)}\n`, 'あ')),
  'quoted value': (fragment) => check('qa', withFields(`question: "${fill(fragment, maxLength)}\n`, 'あ')),
  'front matter': (fragment) => check('qa', withFields(`${fill(fragment, maxLength)}\n`, 'あ')),
  'front matter, one line': (fragment) =>
    check('qa', withFields(`${fill(fragment.replace(/\n/g, ''), 39_900)}\n`, 'あ')),
  'front matter, list': (fragment) =>
    check('qa', withFields(`related:\n${fill(`  - ${toLine(fragment)}`, maxLength)}\n`, 'あ')),
  yaml: (fragment) => check('topics', fill(fragment, maxLength)),
  'paste of HTML': (fragment) => void convertHtml(fill(fragment, maxSent)),
  'paste of cells': (fragment) => void convertTabs(fill(fragment, maxSent)),
  comparison: (fragment) =>
    void compareLines(fill(fragment, maxLength), `あ\n${fill(fragment, maxLength).toUpperCase()}`),
};

/** UTF-16 units that a save may have by the server's protocol. */
const maxSent = 499_000;
const maxLength = contentLimits.characters - 500;

function check(collection: CollectionName, source: string): void {
  const file = collection === 'qa' ? 'content/qa/gifu/aaaa2222.mdx' : 'content/topics/office.yaml';
  const document = parseDocument(file, source, collection, readPlainYaml) as AnyDocument;
  lintDocument(document, indexSite({ documents: [document], today: '2026-06-01', media: new Set() }));
}

function fill(fragment: string, length: number): string {
  return fragment.repeat(Math.ceil(length / Math.max(1, fragment.length))).slice(0, length);
}

/** The fragment as often as a line of ordinary length holds it. */
function toLine(fragment: string): string {
  return `${fragment.replace(/\n/g, ' ').repeat(Math.ceil(60 / fragment.length))}\n`;
}

function answer(fragment: string): string {
  const text = fill(fragment, 15_000)
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  return `  - text: |\n${text}\n`;
}

function withFields(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}\n`;
}
