import { expect, it } from 'vitest';
import { checkImage } from '../../../../cms/server/image.ts';

const chunk = (type: string, data: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
};
const png = (...chunks: Buffer[]): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', '0'.repeat(13)), ...chunks, chunk('IEND', '')]);
const segment = (marker: number, data: string): Buffer => Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);
const jpeg = (...segments: Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2]), Buffer.from('Exif\0\0 in the pixels', 'latin1'), Buffer.from([0xff, 0xd9])]);
const webp = (type: string): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), size, Buffer.from('data'), Buffer.from(type), size, Buffer.from('data')]);
};

it.each([
  ['a.png', png()],
  ['a.png', png(chunk('tEXt', 'Software\0x'))],
  ['a.jpg', jpeg(segment(0xe0, 'JFIF\0'), segment(0xdb, 'x'))],
  ['a.jpeg', jpeg(segment(0xe0, 'JFIF\0'))],
  ['a.webp', webp('ALPH')],
  ['a.gif', Buffer.from('GIF89a....')],
])('takes %s', (path, bytes) => {
  expect(() => checkImage(path, bytes)).not.toThrow();
});

it.each([
  ['a.jpg', jpeg(segment(0xe0, 'JFIF\0'), segment(0xe1, 'Exif\0\0x')), /EXIF/],
  ['a.jpg', jpeg(segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0')), /EXIF/],
  ['a.png', png(chunk('eXIf', 'MM')), /EXIF/],
  ['a.png', png(chunk('iTXt', 'XML:com.adobe.xmp\0')), /EXIF/],
  ['a.webp', webp('EXIF'), /EXIF/],
  ['a.gif', Buffer.from('GIF89a..XMP DataXMP..'), /EXIF/],
  ['a.png', jpeg(segment(0xe0, 'JFIF\0')), /拡張子/],
  ['a.png', Buffer.from('<svg onload="x">'), /どれか/],
  ['a.png', Buffer.concat([png(), Buffer.alloc(5 * 1024 * 1024)]), /大きすぎ/],
])('refuses %s (%#)', (path, bytes, sentence) => {
  expect(() => checkImage(path, bytes)).toThrow(sentence);
});
