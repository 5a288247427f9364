import { describe, expect, it } from 'vitest';
import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import { expectCases } from './expect-cases.ts';

expectCases('private-use', {
  ok: [
    ['old forms of characters', '髙﨑齋邊、𠮷野家'],
    ['compatibility ideographs', '﨑﨔'],
    ['emoji', '🗾👍🏽'],
    ['variation selectors', '葛\u{e0100}城'],
  ],
  ng: [
    ['in the basic plane', '渡\ue000さん', '\ue000'],
    ['a run', '\ue000\uf8ff', '\ue000\uf8ff'],
    ['plane 15', '字\u{f0000}', '\u{f0000}'],
    ['plane 16', '字\u{10fffd}です', '\u{10fffd}'],
  ],
});

describe('override', () => {
  it('is denied', () => {
    expect(findPersonalInformation('\ue000')[0]).toMatchObject({ overridable: false });
  });
});
