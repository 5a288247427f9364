import { expect, it } from 'vitest';
import { findNameFault, readName } from '../../../../../cms/admin/form/name-fault.ts';

it.each([
  ['office-move', 'office-move'],
  ['Office-Move', 'office-move'],
  ['ＯＦＦＩＣＥ－ｍｏｖｅ', 'office-move'],
  [' office_move　', 'office-move'],
  ['office  move', 'office-move'],
  ['office‐move', 'office-move'],
  ['office−move', 'office-move'],
  ['officeーmove', 'office-move'],
])('reads %j as a name', (typed, name) => {
  expect(readName(typed)).toBe(name);
  expect(findNameFault(readName(typed))).toBeUndefined();
});

it.each([
  ['', /英小文字で始め/],
  ['オフィス', /英小文字で始め/],
  ['office-', /英小文字で始め/],
  ['-office', /英小文字で始め/],
  ['office--move', /英小文字で始め/],
  ['2025', /英小文字で始め/],
  ['x'.repeat(61), /60文字以下/],
  ['con', /「con」は、Windows/],
  ['lpt1', /「lpt1」は、Windows/],
])('says why %j is none', (typed, sentence) => expect(findNameFault(readName(typed))).toMatch(sentence));
