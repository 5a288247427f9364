import { describe, expect, it } from 'vitest';
import { isOrganisationCode } from '../../../src/schema/organisation-code.ts';

describe('isOrganisationCode', () => {
  it.each([
    ['010006', '北海道'],
    ['011002', '札幌市'],
    ['131016', '千代田区'],
    ['210005', '岐阜県'],
    ['212016', '岐阜市'],
    ['440001', '大分県'],
    ['473821', '与那国町'],
  ])('takes %s (%s)', (code) => {
    expect(isOrganisationCode(code)).toBe(true);
  });

  it.each([
    ['212017', 'a wrong check digit'],
    ['21201', 'five digits'],
    ['2120166', 'seven digits'],
    ['２１２０１６', 'full-width digits'],
    ['480002', 'no prefecture'],
    ['000000', 'zeros'],
    [' 212016', 'a space'],
  ])('refuses %s (%s)', (code) => {
    expect(isOrganisationCode(code)).toBe(false);
  });

  it('refuses every other last digit', () => {
    const valid = [...'0123456789'].filter((digit) => isOrganisationCode(`21201${digit}`));
    expect(valid).toEqual(['6']);
  });
});
