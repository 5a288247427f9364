import { expect, it } from 'vitest';
import { joinMoves } from '../../../../cms/server/repository/copies.ts';

it('follows a file that moved several times from its first version to its last', () => {
  expect(
    joinMoves([
      { path: 'a', before: '1', after: '2' },
      { path: 'b', before: undefined, after: '7' },
      { path: 'a', before: '2', after: '3' },
      { path: 'b', before: '7', after: undefined },
    ]),
  ).toEqual([
    { path: 'a', before: '1', after: '3' },
    { path: 'b', before: undefined, after: undefined },
  ]);
});
