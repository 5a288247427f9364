import { expect, test } from 'vitest';
import { readBuildSettings } from '../../../src/integrations/build-settings.ts';

test('who runs the site is empty until it is set', () => {
  expect(readBuildSettings({}).operation).toEqual({ operator: '', contact: '', cityHall: '' });
  const set = { OPERATOR: ' 見本の会 ', CONTACT: 'toiawase@example.jp', CITY_HALL_URL: 'https://example.jp/' };
  expect(readBuildSettings(set).operation).toEqual({
    operator: '見本の会',
    contact: 'toiawase@example.jp',
    cityHall: 'https://example.jp/',
  });
  expect(readBuildSettings({ CONTACT: 'https://example.jp/form' }).operation.contact).toBe('https://example.jp/form');
});

test.each([
  { CONTACT: '電話してください' },
  { CONTACT: 'javascript:alert(1)' },
  { CITY_HALL_URL: 'example.jp' },
  { CITY_HALL_URL: 'javascript:alert(1)' },
])('refuses %o by the name of the setting', (environment) => {
  expect(() => readBuildSettings(environment)).toThrow(Object.keys(environment)[0]);
});
