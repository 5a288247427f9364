import { expect, it } from 'vitest';
import type { ImmutableMap } from '../../../../../cms/admin/decap/decap.ts';
import { countChanges, isSameForm } from '../../../../../cms/admin/form/count-changes.ts';
import type { Action, State } from '../../../../../cms/admin/form/store-types.ts';
import { drawId } from '../../../../../cms/admin/widgets/drawn.ts';
import { mapOf } from './immutable-map.ts';

const data = { provenance: 'chat', answers: [{ by: { kind: 'unknown' } }], sources: [] };

it('does not count the id that a new form draws, nor what was typed and taken away again', () => {
  const form = openForm({ newRecord: true, data });
  expect(form.change({ ...data, id: drawId() })).toBe(false);
  expect(form.change({ ...data, id: drawId(), question: '庁舎' })).toBe(true);
  expect(form.change({ ...data, id: drawId(), question: '', sources: [{}], asked: null })).toBe(false);
});

it('counts a name that somebody chose, and an image', () => {
  const form = openForm({ newRecord: true, data });
  expect(form.change({ ...data, __name: 'office-move' })).toBe(true);
  expect(form.change({ ...data, id: drawId() }, { mediaFiles: [{ draft: true }] })).toBe(true);
});

it('compares an existing entry with what is published and with its draft', () => {
  const saved = [{ question: 'いつですか。', aliases: ['いつ'] }, { question: 'いつまでですか。' }];
  const form = openForm({ newRecord: false, data: saved[0] ?? {} });
  const entries = saved.map((values) => mapOf({ data: values }));
  expect(form.change({ question: 'いつですか。', aliases: [] }, {}, entries)).toBe(true);
  expect(form.change({ question: 'いつですか。', aliases: ['いつ'], months: null }, {}, entries)).toBe(false);
  expect(form.change({ question: 'いつまでですか。', aliases: [] }, {}, entries)).toBe(false);
});

it('counts a copy of an entry before anything was typed', () => {
  const form = openForm({ newRecord: true, data });
  form.dispatch('DRAFT_CREATE_DUPLICATE_FROM_ENTRY');
  expect(form.change({ ...data, id: drawId() })).toBe(true);
});

it('tells an empty value from one that says no', () => {
  expect(isSameForm({ online: false }, {})).toBe(false);
  expect(isSameForm({ order: 0 }, {})).toBe(false);
  expect(isSameForm({ withdrawn: { reason: '' } }, {})).toBe(true);
});

/** Decap's part: it counts every change. */
function openForm(entry: Record<string, unknown>) {
  let state: State = {};
  const decap = (before: State | undefined, { type, payload }: Action): State => {
    const draft = before?.entryDraft ?? mapOf({});
    if (type === 'DRAFT_CREATE_EMPTY')
      return { entryDraft: draft.set('entry', payload?.entry).set('hasChanged', false) };
    return { entryDraft: draft.set('entry', payload?.entry ?? draft.get('entry')).set('hasChanged', true) };
  };
  const reducer = countChanges(decap);
  const dispatch = (type: string, values: object = entry, entries: unknown = []) =>
    void (state = reducer(state, { type, payload: { entry: mapOf({ ...values }), entries } }));
  dispatch('DRAFT_CREATE_EMPTY');
  return {
    dispatch,
    change: (values: object, also: object = {}, entries: readonly ImmutableMap[] = []) => {
      dispatch('DRAFT_CHANGE_FIELD', { ...entry, data: values, ...also }, entries);
      return state.entryDraft?.get('hasChanged');
    },
  };
}
