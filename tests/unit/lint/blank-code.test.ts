import { expect, it } from 'vitest';
import { blankCode } from '../../../src/lint/blank-code.ts';

it.each([
  ['code in a line', 'い `/q/a` ろ', 'い        ろ'],
  ['code with backticks in it', '`` a`b `` c', '          c'],
  ['a run without a partner', 'い ``/q/a` ろ', 'い ``/q/a` ろ'],
  ['a fence', 'い\n```sh\n/q/a\n```\nろ', 'い\n     \n    \n   \nろ'],
  ['an indented fence of tildes', '  ~~~\n  a\n  ~~~~\nろ', '     \n   \n      \nろ'],
  ['a fence that never ends', '```\n/q/a\n``', '   \n    \n  '],
  ['three backticks around code in a line', '```a``` /q/b', '        /q/b'],
])('%s', (_name, text, expected) => {
  expect(blankCode(text)).toBe(expected);
  expect(blankCode(text)).toHaveLength(text.length);
});
