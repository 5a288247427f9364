import { describe, expect, it } from 'vitest';
import { collectionOf, findStray } from '../../../src/lint/locate-file.ts';

describe('collectionOf', () => {
  it.each([
    ['content/qa/gifu/aaaaaaaa.mdx', 'qa'],
    ['content/vocabulary/moving.yaml', 'vocabulary'],
    ['content/qa/gifu/aaaaaaaa.md', undefined],
    ['content/topics.yaml', undefined],
    ['other/content/qa/gifu/aaaaaaaa.mdx', undefined],
  ])('%s is %s', (file, collection) => {
    expect(collectionOf(file)).toBe(collection);
  });
});

describe('findStray', () => {
  it.each([
    'content/qa/gifu/aaaaaaaa.mdx',
    'content/privacy-exceptions.yaml',
    'content/qa/.gitkeep',
    'content/.obsidian/app.json',
  ])('%s is in its place', (file) => {
    expect(findStray(file)).toBeUndefined();
  });

  it.each([
    ['content/qa/gifu/aaaaaaaa.md', /拡張子を「\.mdx」に/],
    ['content/topics/office.yml', /拡張子を「\.yaml」に/],
    ['content/question/aaaaaaaa.mdx', /content\/qa\//],
    ['content/memo.txt', /サイトに載りません/],
  ])('%s is not', (file, message) => {
    expect(findStray(file)).toMatchObject({ file, severity: 'error', message: expect.stringMatching(message) });
  });
});
