import { getAllQas } from '../../library/qas.ts';
import { getTopics } from '../../library/topics.ts';

/** Topics and questions by name, from which the forms of the editors' desk let people choose. */
export async function GET(): Promise<Response> {
  const topics = (await getTopics()).map(({ id, name, parent }) => ({ id, name, parent: parent ?? null }));
  const questions = (await getAllQas()).map(({ id, question, group, status, reviewBy }) => ({ id, question, group, status, reviewBy }));
  return Response.json({ topics, questions });
}
