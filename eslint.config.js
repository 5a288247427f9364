import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each room may import beside itself, type imports included. A room imports only rooms of rows above its own, so
 * that data flows one way. The table in DESIGN.md says the same; `tests/unit/rooms.test.ts` compares them.
 */
export const rooms = {
  'src/schema': [],
  'src/text': [],
  'src/images': [],
  'src/strings': [],
  'src/styles': [],
  'src/threads': [],
  'src/privacy': ['src/text'],
  'src/mdx': ['src/schema', 'src/text'],
  'src/search': ['src/schema', 'src/text', 'src/strings', 'src/styles', 'src/threads'],
  'src/lint': ['src/schema', 'src/text', 'src/images', 'src/strings', 'src/privacy', 'src/mdx'],
  'src/library': ['src/schema', 'src/strings'],
  'src/links': ['src/schema', 'src/strings', 'src/mdx', 'src/library'],
  'src/reading': ['src/text', 'src/strings', 'src/styles', 'src/links'],
  'src/partials': ['src/schema', 'src/strings', 'src/search', 'src/library', 'src/links'],
  'src/components': [
    'src/schema',
    'src/strings',
    'src/styles',
    'src/library',
    'src/links',
    'src/reading',
    'src/partials',
  ],
  'src/layouts': ['src/strings', 'src/styles', 'src/search', 'src/links', 'src/components'],
  'src/styleguide': [
    'src/schema',
    'src/strings',
    'src/styles',
    'src/mdx',
    'src/search',
    'src/library',
    'src/links',
    'src/partials',
    'src/components',
    'src/layouts',
  ],
  'src/loader': [
    'src/schema',
    'src/text',
    'src/images',
    'src/strings',
    'src/threads',
    'src/mdx',
    'src/search',
    'src/lint',
    'src/library',
    'src/links',
  ],
  'src/integrations': [
    'src/schema',
    'src/strings',
    'src/threads',
    'src/mdx',
    'src/search',
    'src/library',
    'src/links',
    'src/loader',
  ],
  'src/builder': ['src/loader', 'src/integrations'],
  'cms/protocol': [],
  'cms/admin': [
    'src/schema',
    'src/text',
    'src/images',
    'src/strings',
    'src/privacy',
    'src/mdx',
    'src/search',
    'src/lint',
    'src/library',
    'src/links',
    'src/partials',
    'cms/protocol',
  ],
  'cms/server': ['src/schema', 'src/images', 'src/strings', 'src/privacy', 'src/lint', 'cms/protocol'],
  'src/pages': [
    'src/schema',
    'src/strings',
    'src/styles',
    'src/search',
    'src/library',
    'src/links',
    'src/reading',
    'src/partials',
    'src/components',
    'src/layouts',
    'cms/admin',
  ],
  'src/cli': [
    'src/schema',
    'src/images',
    'src/strings',
    'src/search',
    'src/lint',
    'src/links',
    'src/layouts',
    'src/loader',
    'src/integrations',
    'src/builder',
    'cms/protocol',
    'cms/admin',
    'cms/server',
  ],
};

/**
 * The rooms of the desk's server, in the same way: a request goes down from `http` to `actions`, which asks `permission`
 * and plans with `check`, `drafts` and `entries`, to `repository`, which commits; none of them knows who called it. The
 * files beside the rooms put the server together, and no room imports them.
 */
export const serverRooms = {
  messages: [],
  'repository/git': [],
  'repository/objects': ['repository/git'],
  'repository/checkout': ['repository/git', 'repository/objects'],
  'repository/recovery': ['messages', 'repository/git', 'repository/objects', 'repository/checkout'],
  repository: ['messages', 'repository/git', 'repository/objects', 'repository/checkout', 'repository/recovery'],
  entries: ['messages', 'repository/objects', 'repository'],
  drafts: ['messages', 'repository/git', 'repository/objects', 'repository/checkout', 'repository', 'entries'],
  check: ['messages', 'repository/objects', 'repository', 'entries'],
  access: ['messages'],
  permission: ['messages', 'access'],
  actions: [
    'messages',
    'repository/git',
    'repository/objects',
    'repository',
    'entries',
    'drafts',
    'check',
    'access',
    'permission',
  ],
  audit: [],
  http: [
    'messages',
    'repository/git',
    'repository/objects',
    'repository/checkout',
    'repository',
    'access',
    'actions',
    'audit',
  ],
};

/** Rooms that know nothing of the machine: no files, no processes. */
const withoutMachine = [
  'schema',
  'text',
  'images',
  'strings',
  'privacy',
  'mdx',
  'lint',
  'library',
  'partials',
  'components',
].map((room) => `src/${room}`);

const node = { regex: '^node:', message: 'Only cli, integrations, loader and cms/server touch the machine.' };

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'dist-*/**',
      '.astro/**',
      '.cache/**',
      'node_modules/**',
      'tests/fixtures/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
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
    // What is built must not depend on the language of the machine.
    files: ['src/**', 'cms/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="localeCompare"][arguments.length<2]',
          message: 'Sorts by the language of the machine: use compareTexts, or name a language.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
          message: 'Writes in the language of the machine: name one.',
        },
        {
          selector: 'NewExpression[callee.object.name="Intl"][arguments.length=0]',
          message: 'Works in the language of the machine: name one.',
        },
      ],
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
  {
    files: ['src/cli/**', 'src/integrations/**', 'cms/server/**', 'cms/admin/messages/plain-error.ts', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  // In the language of 2009 an error that is caught has a name.
  {
    files: ['src/components/old-browser.js'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver()],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts', '.astro'],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zonesOf(rooms), ...zonesOfServer(serverRooms)] }],
    },
  },
  {
    files: withoutMachine.map((room) => `${room}/**/*.{ts,astro}`),
    // Cryptography touches nothing of the machine; the store of texts lies in a file.
    ignores: ['src/lint/privacy-digest.ts', 'src/library/cache-key.ts', 'src/library/content-store.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [node] }] },
  },
  {
    files: ['pagefind', 'query', 'suggestions', 'view']
      .map((folder) => `src/search/${folder}/**`)
      .concat('src/search/*.ts'),
    rules: {
      'no-restricted-imports': ['error', { patterns: [node, { regex: '^astro:', message: 'Runs in the browser.' }] }],
    },
  },
  {
    files: ['src/links/share/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...forbid(['library', 'schema']), node, { regex: '^astro:', message: 'Runs in the browser.' }] },
      ],
    },
  },
);

/** @param {string[]} names of rooms beside `src/links` */
function forbid(names) {
  return names.map((name) => ({
    regex: `^(\\.\\./)+${name}(/|$)`,
    message: `What runs in the browser must not import ${name}/.`,
  }));
}

/**
 * A zone forbids its target what its `from` holds, but for the exceptions.
 *
 * @param {Record<string, string[]>} table
 */
function zonesOf(table) {
  return Object.entries(table).map(([room, others]) => {
    const forbidden = Object.keys(table).filter((other) => other !== room && !others.includes(other));
    return {
      target: `./${room}`,
      from: forbidden.map((other) => `./${other}/**/*`),
      message: `${room}/ must not import this: see DESIGN.md, "Rooms".`,
    };
  });
}

/**
 * As `zonesOf`, for rooms that lie within each other: a room is the files of its folder alone.
 *
 * @param {Record<string, string[]>} table
 */
function zonesOfServer(table) {
  return Object.entries(table).map(([room, others]) => {
    const forbidden = Object.keys(table).filter((other) => other !== room && !others.includes(other));
    return {
      target: `./cms/server/${room}/*`,
      from: ['./cms/server/*', ...forbidden.map((other) => `./cms/server/${other}/*`)],
      message: `cms/server/${room}/ must not import this: see DESIGN.md, "Rooms of the desk's server".`,
    };
  });
}
