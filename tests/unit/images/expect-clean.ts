import { expect } from 'vitest';
import { cleanImage } from '../../../src/images/clean-image.ts';
import { ImageFault, type ImageFaultCode } from '../../../src/images/image-fault.ts';
import { planted } from './plant-metadata.ts';
import { decode } from './sample-images.ts';

/** Texts with which metadata begin or that only metadata hold. */
const telling = [
  planted,
  'Exif',
  'GPS',
  'xpacket',
  'xmpmeta',
  'http://ns.adobe.com',
  'ICC_PROFILE',
  'Photoshop',
  '<script',
  'PK\x03\x04',
  '%PDF',
];

/** Nothing that tells is left, the pixels are the same, and there is nothing more to clean. */
export async function expectClean(bytes: Uint8Array, original?: Uint8Array): Promise<void> {
  const cleaned = cleanImage(bytes);
  expectSilent(cleaned.bytes);
  expect(cleaned.isClean).toBe(false);
  expect(cleanImage(cleaned.bytes)).toMatchObject({ isClean: true, size: cleaned.size });
  expect(await decode(cleaned.bytes)).toEqual(await decode(original ?? bytes));
}

export function expectSilent(bytes: Uint8Array): void {
  const text = Buffer.from(bytes);
  expect(telling.filter((word) => text.includes(Buffer.from(word, 'latin1')))).toEqual([]);
}

export function expectFault(bytes: Uint8Array, code: ImageFaultCode): void {
  expect(faultOf(bytes)).toBe(code);
}

/**
 * The fault that cleaning ends with; `undefined` where it succeeds. Anything else that is thrown is a mistake of ours.
 */
function faultOf(bytes: Uint8Array): ImageFaultCode | undefined {
  try {
    cleanImage(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ImageFault) return error.code;
    throw error;
  }
}
