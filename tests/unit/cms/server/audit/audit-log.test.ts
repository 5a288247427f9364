import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openAuditLog } from '../../../../../cms/server/audit/audit-log.ts';
import { openLog } from '../../../../../cms/server/audit/log-file.ts';
import type { AuditEvent } from '../../../../../cms/server/audit/refusal-counter.ts';

let folder: string;
const file = () => path.join(folder, 'audit.jsonl');
const linesOf = (name: string) =>
  readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function event(changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    at: '2026-07-03T01:32:05.000Z',
    address: '192.0.2.1',
    login: null,
    action: 'v1',
    target: null,
    status: 403,
    code: 'token',
    commit: null,
    milliseconds: 1,
    ...changes,
  };
}

it('keeps audited actions in a file of their own, however many requests are refused', async () => {
  const log = openAuditLog(file());
  log.write(event({ login: 'hanako', action: 'persistEntry', status: 200, code: null }), true);
  for (let count = 0; count < 50_000; count += 1) log.write(event({ address: `192.0.2.${count % 200}` }), false);
  log.write(event({ login: 'hanako', action: 'deleteFile', status: 200, code: null }), true);
  await log.settled();
  expect(linesOf('audit.jsonl').map(({ action }) => action)).toEqual(['persistEntry', 'deleteFile']);
  const refusals = linesOf('refusals.jsonl');
  expect(refusals).toHaveLength(101);
  expect(refusals.at(-1)).toMatchObject({
    refused: 50_000,
    told: 100,
    codes: { '403 token': 50_000 },
    addressCount: 200,
  });
});

it('tells a few refusals of each address whole', async () => {
  const log = openAuditLog(file());
  for (let count = 0; count < 20; count += 1) log.write(event(), false);
  log.write(event({ address: '192.0.2.9' }), false);
  await log.settled();
  const told = linesOf('refusals.jsonl').filter((line) => 'address' in line);
  expect(told.map(({ address }) => address)).toEqual([...Array.from({ length: 5 }, () => '192.0.2.1'), '192.0.2.9']);
});

it('counts anew each minute, and whoever has a thousand addresses as one', async () => {
  let time = Date.parse('2026-07-03T01:32:05.000Z');
  const log = openAuditLog(file(), () => new Date(time));
  for (let count = 0; count < 5_000; count += 1)
    log.write(event({ address: `2001:db8::${count.toString(16)}` }), false);
  time += 61_000;
  log.write(event(), false);
  await log.settled();
  const summaries = linesOf('refusals.jsonl').filter((line) => 'summaryFrom' in line);
  expect(summaries).toMatchObject([
    { refused: 5_000, addressCount: 1_001, addresses: { others: 4_000 } },
    { refused: 1, told: 1 },
  ]);
});

it('writes what a person was refused among the audited actions, up to so many a minute', async () => {
  const log = openAuditLog(file());
  for (let count = 0; count < 500; count += 1) log.write(event({ login: 'hanako', status: 422, code: 'path' }), true);
  await log.settled();
  expect(linesOf('audit.jsonl')).toHaveLength(60);
  expect(linesOf('refusals.jsonl').at(-1)).toMatchObject({ refused: 440 });
});

it('puts full files aside: those of audited actions under names of their own, of the rest the last one', async () => {
  for (const isKept of [true, false]) {
    const name = isKept ? 'actions.jsonl' : 'rest.jsonl';
    const log = openLog(path.join(folder, name), { maxFileBytes: 100, maxPendingBytes: 10_000, isKept });
    for (let count = 0; count < 4; count += 1) {
      log.write(JSON.stringify({ count, text: 'x'.repeat(120) }));
      await log.settled();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const names = readdirSync(folder);
  expect(names.filter((name) => name.startsWith('actions'))).toHaveLength(4);
  expect(names.filter((name) => name.startsWith('rest')).sort()).toEqual(['rest.jsonl', 'rest.jsonl.1']);
});

it('keeps a bounded number of lines while the file cannot be written, and says what is missing', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  mkdirSync(file());
  const log = openLog(file(), { maxFileBytes: 1_000_000, maxPendingBytes: 1_000, isKept: true });
  for (let count = 0; count < 100; count += 1) {
    log.write(JSON.stringify({ count, text: 'x'.repeat(80) }));
    await log.settled();
  }
  expect(complaint).toHaveBeenCalledTimes(1);
  rmSync(file(), { recursive: true });
  writeFileSync(file(), '');
  log.write('{"count":100}');
  await log.settled();
  const lines = readFileSync(file(), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { count?: number; lost?: number });
  const kept = lines.filter(({ count }) => count !== undefined).length;
  expect(kept).toBeLessThan(15);
  expect(kept + (lines.at(-1)?.lost ?? 0)).toBe(101);
  complaint.mockRestore();
});
