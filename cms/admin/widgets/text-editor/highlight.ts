import { defaultHighlightStyle, HighlightStyle } from '@codemirror/language';

const darkerColours: ReadonlyMap<string, string> = new Map([
  ['#e40', '#a33c00'],
  ['#f00', '#b3001b'],
]);

/**
 * CodeMirror's own colours, with those that are too pale on white to be read made darker. In the dark scheme
 * `cms/admin/look/text-editor.css` gives each another one.
 */
export const readableHighlight = HighlightStyle.define(
  defaultHighlightStyle.specs.map((spec) => {
    const colour: unknown = spec['color'];
    if (typeof colour !== 'string') return spec;
    return { ...spec, color: `var(--code-${colour.slice(1)}, ${darkerColours.get(colour) ?? colour})` };
  }),
);
