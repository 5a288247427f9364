import { EventEmitter } from 'node:events';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findOverride, clearOverrides, onOverride } from '../../../src/library/dev-overrides.ts';
import type { StoredQaWithRange } from '../../../src/library/stored.ts';
import { readContentStore } from '../../../src/library/content-store.ts';
import { createLoaders } from '../../../src/loader/create-loaders.ts';
import type { Entry } from '../../../src/loader/make-store.ts';

const siteFixture = 'tests/fixtures/site';
/** A few Q&As whose texts lead to no other: each test reads and compiles all of them anew. */
const chosen = globSync('content/qa/**/*.mdx', { cwd: siteFixture })
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(siteFixture, name), 'utf8') }))
  .map(({ name, text }) => ({ name, text: text.replace(/^related:.*\n(?: +- .*\n)*/m, '') }))
  .filter(({ text }) => !text.includes('/q/'))
  .slice(0, 5);

let root = '';
let file = '';
let source = '';
let id = '';
const contentStore = () => path.join(root, 'texts.jsonl');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'loaders-'));
  for (const name of ['content/groups', 'content/topics'])
    cpSync(path.join(siteFixture, name), path.join(root, name), { recursive: true });
  for (const { name, text } of chosen) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  file = path.join(root, chosen[0]?.name ?? '');
  source = readFileSync(file, 'utf8');
  id = path.basename(file, '.mdx');
});
afterEach(() => {
  clearOverrides();
  rmSync(root, { recursive: true });
});

async function load({
  watcher,
  whenRead = () => undefined,
}: {
  watcher?: EventEmitter;
  whenRead?: (entriesOf: (name: 'qa' | 'topics') => readonly Entry[]) => void;
}) {
  const entries = new Map<string, StoredQaWithRange>();
  const errors: string[] = [];
  const store = {
    clear: () => entries.clear(),
    has: (key: string) => entries.has(key),
    delete: (key: string) => entries.delete(key),
    set: ({ id: key, data }: { id: string; data: StoredQaWithRange }) => entries.set(key, data),
  };
  const loader = createLoaders({
    root,
    basePath: '/',
    site: 'https://kenjinkai.example',
    audience: 'public',
    today: '2026-11-27',
    contentStore: contentStore(),
    whenRead,
  })('qa');
  await loader.load({
    store,
    watcher,
    logger: { error: (text: string) => errors.push(text), info: () => undefined },
  } as unknown as LoaderContext);
  return { entries, errors };
}

describe('a build', () => {
  it('keeps facts in the store, texts in the content store, and tells what was read', async () => {
    let read: readonly Entry[] = [];
    const { entries } = await load({ whenRead: (entriesOf) => (read = entriesOf('qa')) });
    const entry = entries.get(id);
    expect(JSON.stringify(entry)).not.toContain('<p>');
    expect(entry && readContentStore(contentStore(), entry.texts).answerTexts[0]?.html).toContain('<p>');
    expect(entry && readContentStore(contentStore(), entry.texts).answers).toHaveLength(entry?.answers.length ?? 0);
    expect(read).toHaveLength(entries.size);
  });

  it('stops with every finding, and tells nobody of what was read', async () => {
    writeFileSync(file, source.replace(/^question: .*$/m, 'question: 短い\nunknown: 1'));
    const whenRead = vi.fn();
    await expect(load({ whenRead })).rejects.toThrow(/unknown/);
    expect(whenRead).not.toHaveBeenCalled();
  });
});

describe('a build with files that are no clean images', () => {
  it.each([
    ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['page.html', '<script>alert(1)</script>'],
    ['plan.png', '<script>alert(1)</script>'],
  ])('stops at %s, by name', async (name, text) => {
    mkdirSync(path.join(root, 'public/images'), { recursive: true });
    writeFileSync(path.join(root, 'public/images', name), text);
    await expect(load({})).rejects.toThrow(`public/images/${name}:1:1 `);
  });
});

describe('while somebody writes', () => {
  const save = async (watcher: EventEmitter, event: string, isDone: () => boolean) => {
    watcher.emit('all', event, file);
    await vi.waitFor(() => expect(isDone()).toBe(true));
  };

  it('brings a saved Q&A at once, before the store', async () => {
    const watcher = new EventEmitter();
    const { entries } = await load({ watcher });
    const before = entries.get(id);
    const listener = vi.fn();
    onOverride(listener);
    writeFileSync(file, `${source.trimEnd()}\n\n書き足した文です。\n`);
    await save(watcher, 'change', () => findOverride(id) !== undefined);
    const saved = findOverride(id);
    expect(saved && readContentStore(contentStore(), saved.texts).source).toContain('書き足した文です。');
    expect(before && readContentStore(contentStore(), before.texts).source).not.toContain('書き足した文です。');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps what it had when the saved text is broken, and says so', async () => {
    const watcher = new EventEmitter();
    const { entries, errors } = await load({ watcher });
    writeFileSync(file, source.replace(/^question: /m, 'question： '));
    await save(watcher, 'change', () => errors.length > 0);
    expect(findOverride(id)).toBeUndefined();
    expect(entries.has(id)).toBe(true);
  });

  it('takes away what was deleted or is for members now, and adds what is new', async () => {
    const watcher = new EventEmitter();
    const { entries } = await load({ watcher });
    writeFileSync(file, source.replace(/^audience: public$/m, 'audience: members'));
    await save(watcher, 'change', () => !entries.has(id));
    writeFileSync(file, source);
    await save(watcher, 'add', () => entries.has(id));
    rmSync(file);
    await save(watcher, 'unlink', () => !entries.has(id));
    expect(findOverride(id)).toBeUndefined();
  });
});
