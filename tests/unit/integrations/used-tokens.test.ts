import { expect, test } from 'vitest';
import { keepUsed } from '../../../src/integrations/used-tokens.ts';

const tokens = ':root {\n  --a: #fff;\n  --b: var(--c);\n  --c: 1px;\n  --c-1: 2px;\n  --d: calc(var(--b) * 2);\n}\n';

test.each([
  ['p { color: var(--a) }', ['--a']],
  ['p { margin: var( --d ) }', ['--b', '--c', '--d']],
  ['--e: var(--c-1, var(--a))', ['--a', '--c-1']],
  ['p { color: red } /* --a */', []],
])('keeps of the tokens what %s needs', (sources, names) => {
  expect([...keepUsed(tokens, sources).matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name)).toEqual(names);
});
