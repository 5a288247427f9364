/** Why an image cannot be taken, or cannot be read to its end. */
export class ImageFault extends Error {
  readonly code: ImageFaultCode;

  constructor(code: ImageFaultCode) {
    super(`image: ${code}`);
    this.code = code;
  }
}

/**
 * `kind`: none of the five formats; `mismatch`: another format than the name says; `damaged`: cut off, empty or against
 * its format's rules; `unsupported`: sound, but not shown by browsers; `pixels`, `animation`, `bytes`: larger than the
 * limits.
 */
export type ImageFaultCode = 'kind' | 'mismatch' | 'damaged' | 'unsupported' | 'pixels' | 'animation' | 'bytes';
