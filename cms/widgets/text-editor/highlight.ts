import { defaultHighlightStyle, HighlightStyle } from '@codemirror/language';

const darkerColours: ReadonlyMap<string, string> = new Map([['#e40', '#a33c00'], ['#f00', '#b3001b']]);

/** CodeMirror's own colours, with those that are too pale on white to be read made darker. */
export const readableHighlight = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) => {
    const darker = typeof spec['color'] === 'string' ? darkerColours.get(spec['color']) : undefined;
    return darker === undefined ? spec : { ...spec, color: darker };
  }),
);
