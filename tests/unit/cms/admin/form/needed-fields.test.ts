import * as z from 'zod';
import { expect, it } from 'vitest';
import type { FieldPath } from '../../../../../cms/admin/form/field-path.ts';
import { isNeeded } from '../../../../../cms/admin/form/needed-fields.ts';
import { collections } from '../../../../../src/schema/collections.ts';

const { qa, events, vocabulary, topics } = collections;
const neededIn =
  (schema: z.ZodType, values: object) =>
  (...path: FieldPath) =>
    isNeeded(schema, values, path);

it('wants the consent and its parts of what comes from members, and not of the rest', () => {
  const chat = neededIn(qa.schema, { provenance: 'chat', consent: { date: '', scope: null } });
  expect([chat('consent'), chat('consent', 'date'), chat('consent', 'scope'), chat('sources')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const sample = neededIn(qa.schema, { provenance: 'sample' });
  expect([sample('consent'), sample('consent', 'date'), sample('consent', 'scope')]).toEqual([false, false, false]);
});

it('wants the other part of a consent that was begun, though nobody demands one', () => {
  const begun = neededIn(qa.schema, { provenance: 'sample', consent: { date: '2026-11-01' } });
  expect([begun('consent'), begun('consent', 'date'), begun('consent', 'scope')]).toEqual([false, true, true]);
});

it('follows every other field that hangs on another one', () => {
  expect(neededIn(qa.schema, { provenance: 'article', sources: [] })('sources')).toBe(true);
  expect(neededIn(qa.schema, { status: 'withdrawn' })('withdrawn', 'date')).toBe(true);
  expect(neededIn(qa.schema, { status: 'withdrawn' })('withdrawn', 'reason')).toBe(false);
  expect(neededIn(qa.schema, { status: 'current' })('withdrawn')).toBe(false);
  const empty = neededIn(events.schema, {});
  expect([empty('start'), empty('when')]).toEqual([true, false]);
  const begun = neededIn(events.schema, { start: '2027-02-13T14:00+09:00' });
  expect([begun('start'), begun('end')]).toEqual([true, true]);
  const told = neededIn(events.schema, { when: '2021年秋' });
  expect([told('start'), told('end'), told('when')]).toEqual([false, false, false]);
});

it('always wants what no type lets out, inside lists too', () => {
  const form = neededIn(qa.schema, { answers: [{}, { by: {} }], basis: [{ law: '' }] });
  expect([form('question'), form('answers'), form('reviewBy')]).toEqual([true, true, true]);
  expect([form('answers', 1, 'by', 'kind'), form('answers', 0, 'date'), form('answers', 0, 'by', 'label')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([form('basis'), form('basis', 0, 'law'), form('basis', 0, 'article')]).toEqual([false, true, false]);
  expect([form('practice'), form('practice', 'forms')]).toEqual([false, false]);
  expect(neededIn(topics.schema, {})('parent')).toBe(false);
  expect(neededIn(vocabulary.schema, { synonyms: [{ words: ['庁舎'] }] })('synonyms', 0, 'words')).toBe(true);
});

it('knows nothing of what is no field', () => {
  const form = neededIn(qa.schema, { answers: [] });
  expect([form('body'), form('__rest'), form('constructor'), form('answers', 0), form()]).toEqual(
    Array(5).fill(undefined),
  );
});

it('asks any schema, not those of this project alone', () => {
  const schema = z
    .strictObject({
      kind: z.string(),
      place: z.strictObject({ town: z.string(), hall: z.string().optional() }).optional(),
    })
    .superRefine(({ kind, place }, context) => {
      if (kind === 'visit' && !place) context.addIssue({ code: 'custom', path: ['place'] });
    });
  expect(neededIn(schema, { kind: 'visit' })('place', 'town')).toBe(true);
  expect(neededIn(schema, { kind: 'visit' })('place', 'hall')).toBe(false);
  expect(neededIn(schema, { kind: 'call', place: {} })('place', 'town')).toBe(false);
});
