import { expect, it } from 'vitest';
import { nameImage } from '../../../../../cms/admin/image/name-image.ts';
import { isImagePath } from '../../../../../src/images/image-kind.ts';

it.each([
  ['', '庁舎 写真①.JPG', /^[0-9a-f]{6}$/],
  ['esurg3af', '配置図 Plan.PNG', /^esurg3af-plan-[0-9a-f]{6}$/],
  ['', 'ＰＬＡＮ　２.png', /^plan-2-[0-9a-f]{6}$/],
  ['', 'IMG_1234.JPG', /^[0-9a-f]{6}$/],
  ['', '../../etc/passwd', /^[a-z0-9-]+$/],
  ['', '.htaccess', /^[0-9a-f]{6}$/],
  ['', 'x.html.png', /^x-html-[0-9a-f]{6}$/],
  ['', '', /^[0-9a-f]{6}$/],
  [
    'Gifu/AB',
    `${'長い'.repeat(50)}a-very-long-name-that-goes-on-and-on.jpg`,
    /^gifuab-a-very-long-name-that-go-[0-9a-f]{6}$/,
  ],
])('names a picture of %j that was called %j', (entry, original, expected) => {
  const name = nameImage(entry, original);
  expect(name).toMatch(expected);
  expect(isImagePath(`${name}.jpg`)).toBe(true);
});
