import { ImageFault } from '../image-fault.ts';

/** The largest frame of an AV1 stream in pixels, from its sequence header (AV1 5.5.1). */
export function readSequenceSize(body: Uint8Array): { width: number; height: number } {
  const bits = createBitReader(body);
  bits.read(3);
  bits.read(1);
  if (bits.read(1) === 1) bits.read(5);
  else skipOperatingPoints(bits);
  const [widthBits, heightBits] = [bits.read(4) + 1, bits.read(4) + 1];
  return { width: bits.read(widthBits) + 1, height: bits.read(heightBits) + 1 };
}

function skipOperatingPoints(bits: BitReader): void {
  let delayBits = 0;
  if (bits.read(1) === 1) {
    bits.skip(64);
    if (bits.read(1) === 1) skipVariableLength(bits);
    if (bits.read(1) === 1) {
      delayBits = bits.read(5) + 1;
      bits.skip(42);
    }
  }
  const hasDisplayDelay = bits.read(1) === 1;
  for (let count = bits.read(5) + 1; count > 0; count -= 1) {
    bits.skip(12);
    if (bits.read(5) > 7) bits.skip(1);
    if (delayBits > 0 && bits.read(1) === 1) bits.skip(2 * delayBits + 1);
    if (hasDisplayDelay && bits.read(1) === 1) bits.skip(4);
  }
}

/** As many zeros as there are bits behind the first one. */
function skipVariableLength(bits: BitReader): void {
  let zeros = 0;
  while (bits.read(1) === 0) zeros += 1;
  if (zeros < 32) bits.skip(zeros);
}

function createBitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  const skip = (count: number): void => {
    at += count;
    if (at > 8 * bytes.length) throw new ImageFault('damaged');
  };
  return {
    skip,
    read: (count) => {
      let value = 0;
      for (let index = 0; index < count; index += 1) {
        value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
        skip(1);
      }
      return value;
    },
  };
}

interface BitReader {
  skip: (count: number) => void;
  read: (count: number) => number;
}
