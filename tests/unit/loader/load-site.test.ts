import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTextReader, readStoredSite } from '../../../src/library/content-store.ts';
import { openSiteLoader, type SiteLoader } from '../../../src/loader/load-site.ts';

const siteFixture = 'tests/fixtures/site';
const today = '2026-11-27';
/** A few Q&As whose texts lead to no other. */
const chosen = globSync('content/qa/**/*.mdx', { cwd: siteFixture })
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(siteFixture, name), 'utf8') }))
  .map(({ name, text }) => ({ name, text: text.replace(/^related:.*\n(?: +- .*\n)*/m, '') }))
  .filter(({ text }) => !text.includes('/q/'))
  .slice(0, 5);

let root = '';
let loader: SiteLoader;
let file = '';
let source = '';
let id = '';
const contentStore = () => path.join(root, 'store');
const write = (name: string, text: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
const idsShown = () => readStoredSite(contentStore()).qa.map((qa) => qa.id);
const sourceOf = (wanted: string) => {
  const range = readStoredSite(contentStore()).qa.find((qa) => qa.id === wanted)?.texts;
  return range && createTextReader(contentStore())(range).source;
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'load-site-'));
  for (const name of ['content/groups', 'content/topics'])
    cpSync(path.join(siteFixture, name), path.join(root, name), { recursive: true });
  for (const { name, text } of chosen) write(name, text);
  file = chosen[0]?.name ?? '';
  source = chosen[0]?.text ?? '';
  id = path.basename(file, '.mdx');
  loader = openSiteLoader({
    root,
    basePath: '/',
    site: 'https://kenjinkai.example',
    audience: 'public',
    contentStore: contentStore(),
  });
});
afterEach(() => {
  loader.close();
  rmSync(root, { recursive: true });
});

it('keeps facts and texts apart', async () => {
  await loader.load(today);
  const entry = readStoredSite(contentStore()).qa.find((qa) => qa.id === id);
  expect(JSON.stringify(entry)).not.toContain('<p>');
  const texts = entry && createTextReader(contentStore())(entry.texts);
  expect(texts?.answerTexts[0]?.html).toContain('<p>');
  expect(texts?.answers).toHaveLength(entry?.answers.length ?? 0);
  expect(idsShown()).toHaveLength(chosen.length);
});

it('leaves the store as it was while a file has an error, and names the error', async () => {
  await loader.load(today);
  write(file, source.replace(/^question: .*$/m, 'question: 短い\nunknown: 1'));
  const { errorCount, report, site } = await loader.load(today);
  expect({ site, hasErrors: errorCount > 0 }).toEqual({ site: undefined, hasErrors: true });
  expect(report).toContain('unknown');
  expect(idsShown()).toHaveLength(chosen.length);
});

it.each([
  ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['page.html', '<script>alert(1)</script>'],
  ['plan.png', '<script>alert(1)</script>'],
])('names %s, which is no clean image', async (name, text) => {
  write(`public/images/${name}`, text);
  expect((await loader.load(today)).report).toContain(`public/images/${name}:1:1 `);
});

describe('read again', () => {
  const again = () => loader.load(today, { showsLastValid: true });
  beforeEach(again);

  it('shows what was saved, and the others as they were', async () => {
    const others = () =>
      readStoredSite(contentStore())
        .qa.filter((qa) => qa.id !== id)
        .map((qa) => ({ ...qa, texts: createTextReader(contentStore())(qa.texts) }));
    const before = others();
    write(file, `${source.trimEnd()}\n\n書き足した文です。\n`);
    await again();
    expect(sourceOf(id)).toContain('書き足した文です。');
    expect(others()).toEqual(before);
  });

  it('shows what it last knew of a file that is broken, and says so', async () => {
    write(file, source.replace(/^question: /m, 'question： '));
    const { errorCount } = await again();
    expect(errorCount).toBeGreaterThan(0);
    expect(sourceOf(id)).toBe(source.replace(/^---\n.*?\n---\n/s, '').trim());
  });

  it('takes away what is for members or deleted, and brings it back', async () => {
    write(file, source.replace(/^audience: public$/m, 'audience: members'));
    await again();
    expect(idsShown()).not.toContain(id);
    write(file, source);
    await again();
    expect(idsShown()).toContain(id);
    rmSync(path.join(root, file));
    await again();
    expect(idsShown()).not.toContain(id);
  });

  it('takes a topic and a picture away with the last question that all may read, and brings them back', async () => {
    const mayHold = async () => (await again()).site?.linkedFiles.mayHold('/images/plan.png', new Set());
    const topics = () => readStoredSite(contentStore()).topics.map((topic) => topic.id);
    const ask = (audience: string) => write('content/qa/gifu/aaaaaa.mdx', question(audience));
    write('content/topics/parks.yaml', 'name: 公園\nkana: こうえん\norder: 900\ndescription: 公園です。\n');
    write('public/images/plan.png', PNG.sync.write(new PNG({ width: 8, height: 8 })));
    ask('public');
    expect([await mayHold(), topics().includes('parks')]).toEqual([true, true]);
    ask('members');
    expect([await mayHold(), topics().includes('parks')]).toEqual([false, false]);
    ask('public');
    expect([await mayHold(), topics().includes('parks')]).toEqual([true, true]);
  });
});

const question = (audience: string): string => `---
id: aaaaaa
question: どのようにすればよいですか。
summary: このようにします。
answers:
  - by: { kind: city, population: from-50k, prefecture: gifu }
    date: 2026-01-06
    text: 図のとおりです。
topics: [parks]
group: gifu
asked: 2026-01-05
status: current
reviewBy: 2027-01-06
audience: ${audience}
provenance: sample
---

<Figure src="/images/plan.png" alt="図" />
`;
