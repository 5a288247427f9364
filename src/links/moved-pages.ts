import { getAllQas } from '../library/qas.ts';
import { getTopics } from '../library/topics.ts';
import { paths } from './address.ts';
import { listMovedLists } from './moved-lists.ts';
import { listRedirects, type Redirect } from './redirects.ts';

/** The redirects of the whole site. */
export async function getRedirects(): Promise<Redirect[]> {
  const [qas, topics] = await Promise.all([getAllQas(), getTopics()]);
  return listRedirects([
    ...qas.map((qa) => ({ path: paths.qa(qa.id), redirectFrom: qa.redirectFrom })),
    ...topics.map((topic) => ({ path: paths.topic(topic.id), redirectFrom: topic.redirectFrom })),
    ...listMovedLists(qas, topics),
  ]);
}
