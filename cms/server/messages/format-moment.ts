/** An ISO moment as editors read it: 7月3日 10:32, in Japan. */
export function formatMoment(when: string): string {
  return new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(when));
}
