import sharp, { type Sharp } from 'sharp';

/** Pictures made by libvips' encoders, which are what cameras' and browsers' files look like without their metadata. */
export async function makeSamples(): Promise<Sample[]> {
  const photo = () => sharp(drawPixels(96, 64, 3), { raw: { width: 96, height: 64, channels: 3 } });
  const cutOut = () => sharp(drawPixels(40, 24, 4), { raw: { width: 40, height: 24, channels: 4 } });
  const film = () => sharp(drawPixels(20, 60, 4), { raw: { width: 20, height: 60, channels: 4, pageHeight: 20 } });
  return Promise.all(
    [
      ['baseline.jpg', photo().jpeg({ quality: 80 })],
      ['progressive.jpg', photo().jpeg({ progressive: true, mozjpeg: true })],
      ['grey.jpg', photo().greyscale().jpeg()],
      ['cmyk.jpg', photo().toColourspace('cmyk').jpeg()],
      ['photo.png', photo().png()],
      ['interlaced.png', cutOut().png({ progressive: true })],
      ['palette.png', cutOut().png({ palette: true, colours: 16 })],
      ['lossy.webp', photo().webp({ quality: 70 })],
      ['lossless.webp', photo().webp({ lossless: true })],
      ['transparent.webp', cutOut().webp({ quality: 70 })],
      ['film.webp', film().webp({ loop: 0, delay: [100, 100, 100] })],
      ['still.gif', cutOut().gif()],
      ['film.gif', film().gif({ loop: 0, delay: [100, 100, 100] })],
      ['photo.avif', photo().avif({ quality: 50, effort: 2 })],
      ['transparent.avif', cutOut().avif({ quality: 50, effort: 2 })],
    ].map(async ([name, image]) => ({
      name: name as string,
      bytes: new Uint8Array(await (image as Sharp).toBuffer()),
    })),
  );
}

/** Width, height and pixels, of films every frame, decoded without turning the picture. */
export async function decode(bytes: Uint8Array): Promise<{ width: number; height: number; pixels: string }> {
  // The tiles of an AVIF count as pages of their own.
  const isAvif = Buffer.from(bytes).subarray(4, 8).equals(Buffer.from('ftyp'));
  const { data, info } = await sharp(bytes, { animated: !isAvif }).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data.toString('base64') };
}

/** Slopes and a few edges, which no encoder finds trivial. */
function drawPixels(width: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(width * height * channels);
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const values = [x * 5, y * 7, ((x >> 3) ^ (y >> 2)) * 30, x > y ? 255 : 120];
    for (let channel = 0; channel < channels; channel += 1)
      pixels[index * channels + channel] = (values[channel] ?? 0) & 255;
  }
  return pixels;
}

export interface Sample {
  name: string;
  bytes: Uint8Array;
}
