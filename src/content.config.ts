import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { page } from './schema/page.ts';

/** The pages about the site, which maintainers write. Whatever editors write is read by `loader/`. */
export const collections = {
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: 'content/pages' }), schema: page }),
};
