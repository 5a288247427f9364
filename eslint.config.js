import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each room must not import (see DESIGN.md, "Rooms"). Patterns match the written import path. */
const rooms = {
  schema: forbid(['images', 'text', 'privacy', 'mdx', 'search', 'lint', 'intake', 'library', 'strings', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  text: forbid(['images', 'schema', 'privacy', 'mdx', 'search', 'lint', 'intake', 'library', 'strings', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  images: forbid(['schema', 'text', 'strings', 'privacy', 'mdx', 'search', 'lint', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  strings: forbid(['images', 'text', 'privacy', 'mdx', 'search', 'lint', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  privacy: forbid(['images', 'schema', 'mdx', 'search', 'lint', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  mdx: forbid(['images', 'search', 'lint', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  search: forbid(['images', 'privacy', 'mdx', 'lint', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  lint: forbid(['search', 'intake', 'library', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader', 'links']),
  library: forbid(['images', 'privacy', 'search', 'lint', 'intake', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader']),
  links: forbid(['images', 'privacy', 'search', 'lint', 'intake', 'components', 'layouts', 'pages', 'integrations', 'cli', 'loader']),
  components: forbid(['images', 'privacy', 'lint', 'intake', 'layouts', 'pages', 'integrations', 'cli', 'loader']),
};

const node = { regex: '^node:', message: 'Only cli, integrations, loader and cms/server touch the machine.' };

export default defineConfig(
  { ignores: ['dist/**', 'dist-*/**', '.astro/**', '.cache/**', 'node_modules/**', 'tests/fixtures/**', 'test-results/**', 'playwright-report/**'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Texts of editors may have any form: no pattern may take more time than grows with their length.
    files: ['src/**', 'cms/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true, ignorePartial: true }],
    },
  },
  { files: ['src/cli/**', 'src/integrations/**', 'cms/server/**', 'cms/messages/plain-error.ts', 'tests/**'], rules: { 'no-console': 'off' } },
  // In the language of 2009 an error that is caught has a name.
  { files: ['src/components/old-browser.js'], rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] } },
  ...Object.entries(rooms).map(([room, patterns]) => ({
    files: [`src/${room}/**/*.{ts,astro}`],
    rules: { 'no-restricted-imports': ['error', { patterns: room === 'search' || room === 'links' ? patterns : [...patterns, node] }] },
  })),
  // Cryptography touches nothing of the machine, and the content check never runs in a browser.
  { files: ['src/lint/privacy-digest.ts'], rules: { 'no-restricted-imports': ['error', { patterns: rooms.lint }] } },
  // The shelf is a store beside Astro's own.
  { files: ['src/library/text-shelf.ts'], rules: { 'no-restricted-imports': ['error', { patterns: rooms.library }] } },
  {
    files: ['src/search/query/**', 'src/search/*.ts', 'src/search/view/**', 'src/search/suggestions/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...rooms.search, node, { regex: '^astro:', message: 'Runs in the browser.' }] }] },
  },
  {
    files: ['src/links/share/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...rooms.links, ...forbid(['library', 'schema']), node, { regex: '^astro:', message: 'Runs in the browser.' }] }] },
  },
);

function forbid(names) {
  return names.map((name) => ({ regex: `^(\\.\\./)+${name}(/|$)`, message: `This room may not import ${name}/.` }));
}
