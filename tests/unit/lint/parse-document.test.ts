import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/lint/parse-document.ts';
import { qa, qaFile, soundTopic, yaml } from './content.ts';

describe('parseDocument', () => {
  it('gives typed data, defaults filled in, with the body and its line', () => {
    const document = parseDocument(qaFile, qa({}, '一行目\n'), 'qa');
    expect(document.data).toMatchObject({ id: 'aaaaaaaa', related: [], asked: '2026-05-18' });
    expect(document).toMatchObject({ id: 'aaaaaaaa', folders: ['gifu'], body: '\n一行目\n', bodyLine: 22 });
    expect(
      document.source
        .split('\n')
        .slice(document.bodyLine - 1)
        .join('\n'),
    ).toBe(document.body);
  });

  it('gives no data when a field is wrong, but what was read', () => {
    const document = parseDocument(qaFile, qa({ status: 'x' }), 'qa');
    expect(document.data).toBeUndefined();
    expect(document.value).toMatchObject({ status: 'x', id: 'aaaaaaaa' });
  });

  it('gives no data when a field stands twice', () => {
    expect(parseDocument(qaFile, qa().replace('---\n', '---\ngroup: nagano\n'), 'qa').data).toBeUndefined();
  });

  it('reads files that are YAML throughout', () => {
    const document = parseDocument('content/topics/office.yaml', yaml(soundTopic), 'topics');
    expect(document.data).toMatchObject({ name: '庁舎・移転', redirectFrom: [] });
    expect(document.body).toBeUndefined();
  });

  it('keeps the body byte for byte', () => {
    const body = '\r\n  一行目\t \r\n\r\n\u3000二行目';
    expect(parseDocument(qaFile, qa().replace(/\n/g, '\r\n') + body, 'qa').body?.endsWith(body)).toBe(true);
  });

  it.each([
    [
      'aliases of aliases',
      `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}*${'abcdefgh'[index]}]`).join('\n')}\n`,
    ],
    ['deep brackets', `a: ${'['.repeat(100_000)}`],
    ['deep braces', `a: ${'{a: '.repeat(20_000)}`],
    ['a long line', `a: ${'x '.repeat(500_000)}`],
    ['a longer text', `a: |\n${'  x\n'.repeat(500_000)}`],
    ['a prototype', '__proto__:\n  polluted: true\nconstructor: 1\n'],
  ])('is not brought down by %s', (_what, source) => {
    expect(parseDocument('content/topics/x.yaml', source, 'topics').data).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
