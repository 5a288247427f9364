import css from '@eslint/css';
import { Linter } from 'eslint';

/**
 * What a style sheet uses that came after 2022: every browser at the floor has what all had by then. What is allowed
 * beyond either came with them, or its lack takes nothing from a reader.
 */
export function checkStyles(source: string): string[] {
  const messages = new Linter().verify(
    source,
    [{ files: ['**/*.css'], plugins: { css }, language: 'css/css', rules }],
    'built.css',
  );
  return [...new Set(messages.map(({ message }) => message))];
}

const rules: Linter.RulesRecord = {
  'no-restricted-syntax': [
    'error',
    { selector: 'Rule Rule', message: 'A rule within a rule came in 2023.' },
    {
      selector: 'Rule:has(Declaration[property="mask"]):not(:has(Declaration[property="-webkit-mask"]))',
      message: 'Chromium knows `mask` without a prefix since the end of 2023: `-webkit-mask` has to stand beside it.',
    },
  ],
  'css/use-baseline': [
    'error',
    {
      available: 2022,
      // Colours of boxes, how headings break, how phones enlarge, rounded outlines, how wide bars for scrolling are,
      // what scrolls on behind, fields that grow with their text; `mask` stands beside its prefixed form, see above.
      allowProperties: [
        ...['accent-color', 'text-wrap', 'text-size-adjust', 'outline', 'mask'],
        ...['scrollbar-width', 'overscroll-behavior-x', 'field-sizing'],
      ],
      // In its own colours.
      allowSelectors: ['selection'],
      // Hides buttons that do nothing without scripts.
      allowMediaConditions: ['scripting'],
      // On paper, and between phrases where a browser finds them.
      allowPropertyValues: { 'break-after': ['avoid'], 'word-break': ['auto-phrase'] },
    },
  ],
};
