import { expect, test } from 'vitest';
import { versionOf } from '../../../src/loader/qa-version.ts';
import { sampleQa } from '../links/sample-qa.ts';

test('the version changes with what a reader reads and with nothing else', () => {
  const version = versionOf(sampleQa());
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  expect(versionOf(sampleQa({ changed: '2027-01-01T00:00:00+09:00', aliases: ['別'] }))).toBe(version);
  expect(versionOf(sampleQa({ summary: '開庁の9か月前までに契約します。' }))).not.toBe(version);
});
