import qrcode from 'qrcode';

/** Light modules around the code that scanners need; ISO/IEC 18004 asks for four. */
const quiet = 4;

/** A QR code for an SVG whose view box is `size` by `size` modules. */
export function drawQrCode(text: string): QrCode {
  // A mask of our own choosing: trying all eight takes four times as long, and any reader undoes any mask.
  // Addresses are bytes: looking for stretches that would be shorter in other codings takes as long again, and finds
  // none.
  const { modules } = qrcode.create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    maskPattern: 2,
  });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let start = 0; start < modules.size; start += 1) {
      if (!modules.get(row, start)) continue;
      let end = start;
      while (end < modules.size && modules.get(row, end)) end += 1;
      runs.push(`M${start + quiet} ${row + quiet}h${end - start}v1H${start + quiet}z`);
      start = end;
    }
  }
  return { size: modules.size + 2 * quiet, path: runs.join('') };
}

export interface QrCode {
  /** Modules of one side, the quiet zone included. */
  readonly size: number;
  /** Path data of the dark modules. */
  readonly path: string;
}
