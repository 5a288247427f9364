import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { collections } from '../../src/schema/collections.ts';
import { encodeToken } from '../../src/search/index-format.ts';
import { readOutput } from './setup/built-output.ts';
import { memberNames, plantMembers, type PlantedMembers } from './setup/plant-members.ts';
import { readInEveryForm } from './setup/read-in-every-form.ts';
import { fixtureDay } from './setup/sites.ts';

test('what is for members is in their site only, and what is withdrawn in none', () => {
  test.setTimeout(600_000);
  const planted = plantMembers();
  try {
    // The public site comes last, over what the one for members left in its folder and caches.
    const ofMembers = build('members', planted);
    const forMembers = findIn(ofMembers, planted);
    const suggestedToMembers = listSuggested(ofMembers);
    const ofAll = build('public', planted);
    const forAll = findIn(ofAll, planted);
    for (const place of ['question of qqmember2', 'alias of qqmember2', 'name of qqmemberchild']) {
      const [secret = ''] = [...planted.words].find(([, word]) => word.place === place) ?? [];
      expect(suggestedToMembers, place).toContain(secret);
      expect(listSuggested(ofAll), place).not.toContain(secret);
    }

    expect(forAll).toEqual({ words: [], names: [], pictures: [] });
    const seen = [...planted.words.values()].filter(({ seenBy }) => seenBy === 'members');
    expect(forMembers.words).toEqual(seen.map(({ place }) => place).sort());
    expect(forMembers.names).toEqual(memberNames.toSorted());
    expect(forMembers.pictures).toEqual(
      planted.pictures
        .filter(({ seenBy }) => seenBy === 'members')
        .map(({ address }) => address)
        .sort(),
    );
  } finally {
    rmSync(planted.root, { recursive: true, force: true });
  }
});

test('every field of what may be for members is planted', () => {
  const planted = plantMembers();
  const keysIn = (file: string) =>
    [...readFileSync(path.join(planted.root, 'content', file), 'utf8').matchAll(/^(\w+):/gm)].map(([, key]) => key);
  const fields = {
    qa: [...keysIn('qa/gifu/qqmember2.mdx'), ...keysIn('qa/gifu/qqmember3.mdx')],
    topics: keysIn('topics/qqmemberchild.yaml'),
    events: [...keysIn('events/qqmemberevent.yaml'), 'when', 'online'],
    vocabulary: keysIn('vocabulary/qqmembers.yaml'),
  };
  for (const [name, planted] of Object.entries(fields))
    expect(planted, name).toEqual(
      expect.arrayContaining(Object.keys(collections[name as keyof typeof fields].schema.shape)),
    );
  rmSync(planted.root, { recursive: true, force: true });
});

function build(audience: string, { root }: PlantedMembers): string {
  const folder = path.join(root, 'out');
  const own = {
    OUT_DIR: folder,
    CONTENT_ROOT: root,
    CACHE_DIR: path.join(root, 'cache'),
    AUDIENCE: audience,
    BUILD_DAY: fixtureDay,
  };
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, ...own },
  });
  expect(status).toBe(0);
  return folder;
}

/** All that search boxes can offer. */
function listSuggested(folder: string): string {
  const files = readOutput(folder).filter(({ file }) => /(?:^|\/)pagefind\/suggestions\b/.test(file));
  expect(files.length).toBeGreaterThan(2);
  return files.map(({ bytes }) => bytes.toString()).join('\n');
}

/**
 * Which of what was planted lies anywhere in a built site: in names, in texts of every form, as tokens of the index, as
 * bytes.
 */
function findIn(folder: string, { words, pictures }: PlantedMembers): Found {
  const files = readOutput(folder);
  expect(files.length).toBeGreaterThan(100);
  const found = { words: new Set<string>(), names: new Set<string>(), pictures: new Set<string>() };
  for (const { file, bytes } of files) {
    const text = `${file}\n${readInEveryForm(bytes)}`;
    for (const word of [...(text.match(/zq[a-z]{4}qz/g) ?? []), ...decodeTokens(text)])
      found.words.add(words.get(word)?.place ?? word);
    for (const name of memberNames)
      if (text.includes(name) || tokensOf(name).some((token) => text.includes(token))) found.names.add(name);
    for (const picture of pictures)
      if (bytes.includes(picture.bytes.subarray(60, 120))) found.pictures.add(picture.address);
  }
  return { words: [...found.words].sort(), names: [...found.names].sort(), pictures: [...found.pictures].sort() };
}

/** The index writes three letters for each. */
function decodeTokens(text: string): string[] {
  const mark = (letters: string) => encodeToken(letters).slice(0, letters.length * 3);
  const runs = text.match(new RegExp(`${mark('zq')}[0-9a-z]{12}${mark('qz')}`, 'g')) ?? [];
  const decode = (run: string) => (run.match(/.{3}/g) ?? []).map((code) => Number.parseInt(code, 36));
  return runs.map((run) => String.fromCharCode(...decode(run)));
}

/** A word as the index holds it: whole, and cut into pairs of characters. */
function tokensOf(word: string): string[] {
  const pairs = [word.slice(0, 2), word.slice(1, 3)].filter((pair) => /鵺|ぬえ/.test(pair));
  return [word, ...pairs].map(encodeToken);
}

interface Found {
  words: string[];
  names: string[];
  pictures: string[];
}
