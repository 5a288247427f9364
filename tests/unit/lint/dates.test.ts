import { expectRule } from './expect-rule.ts';
import { qa, qaFile, soundEvent, soundGroup, soundQa, yaml } from './content.ts';

const answer = soundQa.answers[0];

expectRule('dates', {
  ok: [
    [
      'today',
      { [qaFile]: qa({ asked: '2026-11-20', answers: [{ ...answer, date: '2026-11-20' }] }) },
      { today: '2026-11-20' },
    ],
    [
      'an event that lies ahead',
      {
        'content/events/x.yaml': yaml({
          ...soundEvent,
          when: undefined,
          start: '2027-02-13T14:00+09:00',
          end: '2027-02-13T16:00+09:00',
        }),
      },
    ],
    ['a review that lies ahead', { [qaFile]: qa({ reviewBy: '2030-01-01' }) }],
    ['founded this month', { 'content/groups/gifu.yaml': yaml({ ...soundGroup, founded: '2026-11' }) }],
    ['months of what comes every year', { [qaFile]: qa({ timing: 'yearly', months: [4, 5] }) }],
    ['no month of what may come at any time', { [qaFile]: qa({ timing: 'anytime', months: [] }) }],
    ['a day that is no day is left to the schema', { [qaFile]: qa({ asked: 'きのう' }) }],
  ],
  ng: [
    [
      'asked tomorrow',
      { [qaFile]: qa({ asked: '2026-11-21', answers: [{ ...answer, date: '2026-11-20' }] }) },
      [/warning/, /error 日付「2026-11-21」が今日（2026-11-20）より後.*〔質問日（asked）〕/],
    ],
    [
      'answered tomorrow',
      { [qaFile]: qa({ answers: [{ ...answer, date: '2026-11-21' }] }) },
      /〔回答（1番目）の回答日/,
    ],
    [
      'consent of tomorrow',
      { [qaFile]: qa({ provenance: 'chat', consent: { date: '2027-01-01', scope: '回答者の掲載' } }) },
      /〔了承の了承を得た日（consent\.date）〕/,
    ],
    [
      'withdrawn tomorrow',
      { [qaFile]: qa({ status: 'withdrawn', withdrawn: { date: '2027-01-01' } }) },
      /〔取り下げの取り下げた日/,
    ],
    [
      'founded next month',
      { 'content/groups/gifu.yaml': yaml({ ...soundGroup, founded: '2026-12' }) },
      /〔発足した年月（founded）〕/,
    ],
    [
      'months of what may come at any time',
      { [qaFile]: qa({ timing: 'anytime', months: [4] }) },
      /warning 時期が「随時」.*〔時期（月）（months）〕/,
    ],
    ['months without a word on when', { [qaFile]: qa({ months: [3, 4] }) }, /warning 時期が「随時」/],
    [
      'answered before asked',
      { [qaFile]: qa({ answers: [{ ...answer, date: '2026-05-17' }] }) },
      /warning 回答日「2026-05-17」が質問日「2026-05-18」より前/,
    ],
  ],
});
