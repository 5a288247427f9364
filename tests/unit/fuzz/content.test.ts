import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../src/library/event-times.ts';
import { toLibraryQa } from '../../../src/library/library-qa.ts';
import type { StoredEvent, StoredQa } from '../../../src/library/stored.ts';
import { writeCalendar } from '../../../src/links/calendar.ts';
import { writeRow, writeTable } from '../../../src/links/data/table.ts';
import { toDataRecord } from '../../../src/links/data/to-record.ts';
import { writeAtom } from '../../../src/links/feed.ts';
import { writePlainEdition } from '../../../src/links/plain-edition.ts';
import { describeEvent, describeQa, toJsonLd } from '../../../src/links/structured-data.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { checkContent } from '../../../src/loader/check-content.ts';
import { toIndexDocuments } from '../../../src/loader/index-documents.ts';
import { toStored } from '../../../src/loader/to-stored.ts';
import { hasHiddenCharacter } from '../../../src/schema/hidden-characters.ts';
import type { Vocabulary } from '../../../src/schema/vocabulary.ts';
import { findRelated } from '../../../src/search/indexing/find-related.ts';
import { prepareIndex } from '../../../src/search/indexing/prepare-index.ts';
import { formatMoment } from '../../../src/strings/dates.ts';
import { keepAccepted, makeSite, pictureBytes, sitePictures, type Files } from '../../fuzz/make-site.ts';
import { findFaults } from '../../fuzz/well-formed.ts';

/** Another one is tried with `FUZZ_SEED=7 npx vitest run tests/unit/fuzz`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_120);
const today = '2026-11-20';
const absolute = (address: string): string => new URL(address, 'https://example.lg.jp').href;

let root = '';
let made: Files = {};
let accepted: Files = {};
let findings: Finding[] = [];

beforeAll(() => {
  made = makeSite(seed, 60);
  ({ accepted, findings } = keepAccepted(made, today));
  root = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
  for (const [file, source] of [
    ...Object.entries(accepted),
    ...sitePictures.map((picture): [string, Buffer] => [`public${picture}`, pictureBytes]),
  ]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe(`entries at the edges of the schema (seed ${seed})`, () => {
  it('more than a third are accepted, some of every collection among them', () => {
    const ofCollection = (files: Files) => Map.groupBy(Object.keys(files), (file) => file.split('/')[1]);
    expect(Object.keys(accepted).length).toBeGreaterThan(Object.keys(made).length / 3);
    expect(Object.keys(accepted).length).toBeLessThan(Object.keys(made).length);
    expect([...ofCollection(accepted).keys()].sort()).toEqual([...ofCollection(made).keys()].sort());
  });

  it('are refused in sentences without hidden characters and without names of the program', () => {
    for (const { message, field = '', line, column } of findings) {
      expect(message).toMatch(/[。）]$/);
      expect(hasHiddenCharacter(message + field), message).toBe(false);
      expect(message).not.toMatch(/undefined|NaN|\[object|native code/);
      expect(Math.min(line, column)).toBeGreaterThan(0);
    }
  });

  it('are judged by the loader as by the check, and make files that programs can read', async () => {
    const { documents, compile, findings } = await checkContent(root, today, '/');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const stored = documents.map((document) => ({
      document,
      data: toStored(document, { basePath: '/', changed: undefined, compile }),
    }));
    expect(stored.filter(({ data }) => data === undefined).map(({ document }) => document.file)).toEqual([]);

    const dataOf = (name: string) => stored.filter(({ document }) => document.collection === name);
    const qas = dataOf('qa').map(({ data }) => toLibraryQa(data as unknown as StoredQa, today));
    const events = dataOf('events').map(({ document, data }): LibraryEvent => ({
      ...(data as unknown as StoredEvent),
      id: document.id,
    }));
    const records = qas.map((qa) => toDataRecord(qa, new Map(), absolute));
    const feed = writeAtom({ title: '新着', path: '/feeds/new.xml', page: '/', qas, empty: today }, absolute);
    expect(findFaults('new.xml', feed)).toEqual([]);
    expect(findFaults('qa.csv', Buffer.from(writeTable(records.map(writeRow))).toString())).toEqual([]);
    expect(findFaults('qa.json', JSON.stringify(records))).toEqual([]);
    expect(findFaults('calendar.ics', writeCalendar(events, { absolute, day: today }))).toEqual([]);
    for (const event of events) {
      expect(findFaults('event.json', toJsonLd(describeEvent(event, [], absolute)))).toEqual([]);
      if (event.start)
        expect(formatMoment(event.start)).toMatch(/^\d{4}年（.+年）\d+月\d+日（[日月火水木金土]）\d\d:\d\d$/);
    }
    for (const qa of qas) {
      expect(findFaults('qa.json', toJsonLd(describeQa(qa, [], absolute)))).toEqual([]);
      expect(writePlainEdition(qa, [], absolute)).toContain(qa.question);
    }
  });

  it('can be indexed for the search', async () => {
    const { documents, compile } = await checkContent(root, today, '/');
    const qas = documents.flatMap((document) =>
      document.collection === 'qa'
        ? [
            toLibraryQa(
              toStored(document, { basePath: '/', changed: undefined, compile }) as unknown as StoredQa,
              today,
            ),
          ]
        : [],
    );
    const vocabulary = documents.flatMap((document) =>
      document.collection === 'vocabulary' && document.data ? [document.data as Vocabulary] : [],
    );
    const prepared = prepareIndex(toIndexDocuments(qas, new Map(), '/'), vocabulary);
    expect(findRelated(prepared, 5).size).toBe(qas.filter(({ status }) => status !== 'withdrawn').length);
  });
});
