import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { actions } from '../../../../cms/protocol/actions.ts';
import { writeProtocol } from '../../../../cms/protocol/write-actions.ts';

const file = path.resolve(import.meta.dirname, '../../../../cms/protocol/PROTOCOL.md');
const document = readFileSync(file, 'utf8');

it('has written the document that stands beside the schemas (else: npm run protocol)', async () => {
  expect(await format(writeProtocol(document), { parser: 'markdown', printWidth: 120 })).toBe(document);
});

it('names every action, what is sent and what comes back', () => {
  const written = writeProtocol('<!-- actions: begin () -->\nwhat was there\n<!-- actions: end -->');
  expect(written).not.toContain('what was there');
  for (const name of Object.keys(actions)) expect(written).toContain(`- \`${name}(`);
  expect(written).toContain('- `getEntry({ path: string })` → `File`: ');
  expect(written).toContain('unpublishedBoard()` † → `(BoardDraft | DamagedDraft)[]`');
  expect(written).toMatch(/^File = \{ data: string \| null,/m);
});
