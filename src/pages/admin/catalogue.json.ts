import { getQas } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';

/**
 * Topics and questions by name, for a desk without the project's own server. This file is as public as the site: it
 * holds what the site's readers may see, and no withdrawn question.
 */
export async function GET(): Promise<Response> {
  const topics = (await getTopics()).map(({ id, name, kana, parent }) => ({ id, name, kana, parent: parent ?? null }));
  const questions = (await getQas()).map(({ id, question, group, status, reviewBy, audience }) => ({
    id,
    question,
    group,
    status,
    reviewBy,
    audience,
  }));
  return Response.json({ topics, questions });
}
