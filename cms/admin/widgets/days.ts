import { formatDay } from '../../../src/strings/dates.ts';
import { addMonths, toDayInJapan } from '../../../src/strings/days.ts';
import { checkValue } from '../checks/check-value.ts';
import { button, element } from '../element.ts';
import type { ControlView, Field } from './register-control.ts';

/** A calendar day in Japan. */
export function createDay(host: HTMLElement, field: Field): ControlView {
  const input = element('input', { id: field.inputId, type: 'date', class: 'kj-input' });
  const era = element('span', { class: 'kj-help' });
  const tell = () => void (era.textContent = /^\d{4}-\d{2}-\d{2}$/.test(input.value) ? formatDay(input.value) : '');
  const set = (value: string) => {
    field.change(value);
    tell();
  };
  input.addEventListener('input', () => set(input.value));
  const today = button('今日', () => set((input.value = toDayInJapan(new Date()))));
  host.append(element('div', { class: 'kj-row' }, input, today, era));
  return {
    show: (value) => {
      const text = typeof value === 'string' ? value : '';
      if (input.value !== text && document.activeElement !== input) input.value = text;
      tell();
    },
    findError: () => (input.value === '' ? undefined : checkValue(field.collection(), field.typePath, input.value)),
    focus: () => input.focus(),
  };
}

/** The day by which an answer is looked at again, and the one click that says it still holds. */
export function createReview(host: HTMLElement, field: Field): ControlView {
  const day = createDay(host, field);
  const still = button('まだ正しい（見直し期限を1年後に）', () => {
    const next = addMonths(toDayInJapan(new Date()), 12);
    field.change(next);
    day.show(next);
  });
  host.append(still);
  return day;
}

/** A moment in Japan's time, kept with its offset. */
export function createMoment(host: HTMLElement, field: Field): ControlView {
  const input = element('input', { id: field.inputId, type: 'datetime-local', class: 'kj-input' });
  input.addEventListener('input', () => field.change(input.value === '' ? '' : `${input.value.slice(0, 16)}+09:00`));
  host.append(element('div', { class: 'kj-row' }, input, element('span', { class: 'kj-help' }, '日本時間')));
  return {
    show: (value) => {
      const text = typeof value === 'string' && value !== '' ? toJapaneseClock(value) : '';
      if (input.value !== text && document.activeElement !== input) input.value = text;
    },
    findError: () => (input.value === '' ? undefined : checkValue(field.collection(), field.typePath, field.value())),
    focus: () => input.focus(),
  };
}

function toJapaneseClock(moment: string): string {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? '' : new Date(at + 9 * 3_600_000).toISOString().slice(0, 16);
}
