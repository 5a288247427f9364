import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { encodeToken } from '../../src/search/record.ts';
import { readOutput } from './setup/built-output.ts';
import { memberSecrets, plantedRoot } from './setup/plant-content.ts';
import { sites } from './setup/sites.ts';

test('members-only knowledge is nowhere in the public output, and is in the members output', () => {
  test.setTimeout(300_000);
  const cache = mkdtempSync(path.join(tmpdir(), 'kenjinkai-members-'));
  try {
    expect(findSecrets(buildForMembers(cache))).toEqual(new Set(memberSecrets));
    expect(findSecrets(sites.planted.folder)).toEqual(new Set());
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});

function buildForMembers(cache: string): string {
  const folder = path.join(cache, 'members');
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: folder, CONTENT_ROOT: plantedRoot, CACHE_DIR: path.join(cache, 'cache'), AUDIENCE: 'members' },
  });
  expect(status).toBe(0);
  return folder;
}

/** Which of the secrets stand anywhere, as written or as the index writes them. */
function findSecrets(folder: string): Set<string> {
  const files = readOutput(folder);
  expect(files.length).toBeGreaterThan(100);
  const isThere = (secret: string) => {
    const forms = [secret, encodeToken(secret), encodeURIComponent(secret)];
    return files.some(({ file, text }) => forms.some((form) => file.includes(form) || text.includes(form)));
  };
  return new Set(memberSecrets.filter(isThere));
}
