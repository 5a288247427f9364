import type { Topic } from '../schema/topic.ts';
import { h, join, type Html } from './html.ts';

export function topicHeading({ name, description }: Pick<Topic, 'name' | 'description'>): Html {
  return join(h('h1', {}, name), h('p', { class: 'lead' }, description));
}
