import type { APIRoute } from 'astro';
import { getQas } from '../library/qas.ts';
import { getTopics } from '../library/topics.ts';
import { absoluteAddress } from '../links/address.ts';
import { textFile } from '../links/files.ts';
import { writeLlmsTxt } from '../links/llms-txt.ts';

export const GET: APIRoute = async ({ site }) => {
  const [qas, topics] = await Promise.all([getQas(), getTopics()]);
  return textFile(
    writeLlmsTxt(qas, topics, (path) => absoluteAddress(path, site ?? '')),
    'text/plain',
  );
};
