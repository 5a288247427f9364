import { Resvg } from '@resvg/resvg-js';

/** Draws an SVG without text as a PNG; `width` in pixels, its own width if not given. */
export function renderPicture(svg: string, width?: number): Buffer {
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false },
    ...(width ? { fitTo: { mode: 'width', value: width } as const } : {}),
  });
  return picture.render().asPng();
}
