/** What the cards are drawn from. The cards' integration takes this file out of the built site once they are drawn. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { countByGroup, countByTopic } from '../library/counts.ts';
import { getEvents } from '../library/events.ts';
import { getGroups } from '../library/groups.ts';
import { getAllQas, getQas } from '../library/qas.ts';
import { getTopics } from '../library/topics.ts';
import { cardOfEvent, cardOfGroup, cardOfPage, cardOfQa, cardOfTopic } from '../links/card/cards.ts';
import type { CardOrder } from '../links/card/card.ts';
import { pageTitles } from '../strings/page-titles.ts';

export const GET: APIRoute = async () => {
  const [all, qas, groups, topics, events, pages] = await Promise.all([
    getAllQas(),
    getQas(),
    getGroups(),
    getTopics(),
    getEvents(),
    getCollection('pages'),
  ]);
  const ofGroup = countByGroup(qas);
  const ofTopic = countByTopic(qas, topics);
  const order: CardOrder = {
    cards: [
      ...all.map(cardOfQa),
      ...groups.map((group) => cardOfGroup(group, ofGroup.get(group.id) ?? { own: 0, samples: 0 })),
      ...topics.map((topic) => cardOfTopic(topic, ofTopic.get(topic.id) ?? 0)),
      ...events.map(cardOfEvent),
      ...[...pageTitles, ...pages.map((page) => page.data.title)].map(cardOfPage),
    ],
    map: groups.map((group) => ({ group: group.id, ...group.tile })),
  };
  return new Response(JSON.stringify(order), { headers: { 'Content-Type': 'application/json' } });
};
