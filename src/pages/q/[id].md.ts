import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getQas } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';
import { absoluteAddress } from '../../links/address.ts';
import { textFile } from '../../links/files.ts';
import { writePlainEdition } from '../../links/plain-edition.ts';

export async function getStaticPaths() {
  const [qas, topics] = await Promise.all([getQas(), getTopics()]);
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  return qas.map((qa) => ({
    params: { id: qa.id },
    props: { qa, topicNames: qa.topics.map((id) => names.get(id) ?? id) },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { qa, topicNames } }) =>
  textFile(
    writePlainEdition(qa, topicNames, (path) => absoluteAddress(path, site ?? '')),
    'text/markdown',
  );
