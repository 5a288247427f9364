import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mayHoldFile } from '../../../src/library/linked-files.ts';
import { createLoaders } from '../../../src/loader/create-loaders.ts';

let root = '';
let topics: Set<string>;
let save: (audience: string, done: () => boolean) => Promise<void>;

/** A development server with one topic, one question of it and one picture. */
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'follow-'));
  const write = (file: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('content/topics/parks.yaml', 'name: 公園\nkana: こうえん\norder: 1\ndescription: 公園です。\n');
  write('content/qa/gifu/aaaaaa.mdx', question('public'));
  write('public/images/plan.png', PNG.sync.write(new PNG({ width: 8, height: 8 })));
  const watcher = new EventEmitter();
  const settings = { root, basePath: '/', site: 'https://kenjinkai.example', today: '2026-11-27' };
  const loaderOf = createLoaders({
    ...settings,
    audience: 'public',
    contentStore: path.join(root, 'texts'),
    whenRead: () => undefined,
  });
  topics = new Set();
  for (const [name, entries] of [
    ['topics', topics],
    ['qa', new Set<string>()],
  ] as const) {
    const store = {
      clear: () => entries.clear(),
      has: (id: string) => entries.has(id),
      delete: (id: string) => entries.delete(id),
      set: ({ id }: { id: string }) => entries.add(id),
    };
    await loaderOf(name).load({
      store,
      watcher,
      logger: { error: () => undefined, info: () => undefined },
    } as unknown as LoaderContext);
  }
  save = async (audience, done) => {
    write('content/qa/gifu/aaaaaa.mdx', question(audience));
    watcher.emit('all', 'change', path.join(root, 'content/qa/gifu/aaaaaa.mdx'));
    await vi.waitFor(() => expect(done()).toBe(true));
  };
});
afterEach(() => rmSync(root, { recursive: true }));

it('takes a topic and a picture away with the last question that all may read, and brings them back', async () => {
  expect([...topics]).toEqual(['parks']);
  expect(mayHoldFile('/images/plan.png')).toBe(true);
  await save('members', () => topics.size === 0);
  expect(mayHoldFile('/images/plan.png')).toBe(false);
  await save('public', () => topics.size === 1);
  expect(mayHoldFile('/images/plan.png')).toBe(true);
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
