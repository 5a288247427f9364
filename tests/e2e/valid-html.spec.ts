import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { builtPages } from './setup/built-pages.ts';
import { sites } from './setup/sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Astro writes void elements and attributes in its own valid style.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Japanese titles are long in characters and short in width.
    'long-title': 'off',
  },
});

for (const site of [sites.root, sites.based]) {
  test(`every page of ${site.base} is valid HTML`, async () => {
    test.setTimeout(180_000);
    const failures: string[] = [];
    for (const page of builtPages(site)) {
      const file = path.join(site.folder, page.endsWith('.html') ? page : `${page}index.html`);
      const report = await validator.validateString(readFileSync(file, 'utf8'));
      for (const result of report.results) {
        failures.push(
          ...result.messages
            .filter((message) => message.severity === 2)
            .map((message) => `${page}:${message.line} ${message.ruleId} ${message.message}`),
        );
      }
    }
    expect(failures).toEqual([]);
  });
}
