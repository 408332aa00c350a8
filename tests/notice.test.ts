import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DueSchool, dueText } from '@/utils/due-steps';
import { nextMorning, noticeOf } from '@/utils/notice';
import { typographyFaults } from './helpers/typography';

afterEach(() => vi.unstubAllEnvs());

function school(name: string, pressing: readonly string[]): DueSchool {
  const count = (how: string) => pressing.filter((step) => step.startsWith(how)).length;
  return { key: name, name, review: count('review'), late: count('late'), now: count('now'), pressing };
}
const DAY = '2026-08-27';

describe('the next morning', () => {
  test.each([
    ['Europe/Paris', '2026-08-27T03:00:00Z', '2026-08-27T06:00:00.000Z'],
    ['Europe/Paris', '2026-08-27T06:00:00Z', '2026-08-28T06:00:00.000Z'],
    // The clocks go forward on 29 March 2026 and back on 25 October.
    ['Europe/Paris', '2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['Europe/Paris', '2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['Indian/Reunion', '2026-08-27T12:00:00Z', '2026-08-28T04:00:00.000Z'],
    ['America/Cayenne', '2026-08-27T12:00:00Z', '2026-08-28T11:00:00.000Z'],
  ])('in %s after %s is %s', (zone, now, morning) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(nextMorning(new Date(now))).toISOString()).toBe(morning);
  });
});

test('what presses is said in one line, the worst first', () => {
  expect(dueText({ review: 1, late: 2, now: 3 })).toBe('1 étape à revoir, 2 en retard, 3 à faire maintenant');
  expect(dueText({ review: 0, late: 0, now: 2 })).toBe('2 étapes à faire maintenant');
});

test('nothing presses: nothing is told', () => {
  expect(noticeOf([], undefined, DAY)).toBeUndefined();
});

test('what presses is told, school by school', () => {
  const due = ['A', 'B', 'C', 'D', 'E'].map((name) => school(`École ${name}`, ['late a']));
  const notice = noticeOf(due, undefined, DAY);
  expect(notice?.title.replace(/\s/g, ' ')).toBe('Vigie ENT : 5 étapes en retard');
  expect(notice?.message.split('\n')).toHaveLength(4);
  expect(notice?.message).toContain('et 2 autres');
  expect(typographyFaults(`${notice?.title} ${notice?.message}`)).toEqual([]);
});

describe('once told', () => {
  const due = [school('A', ['late a', 'now b'])];
  const told = noticeOf(due, undefined, DAY)?.told;

  test('not again on the same day, whatever began', () => {
    expect(noticeOf([school('A', ['late a', 'late c'])], told, DAY)).toBeUndefined();
  });

  test('again when something began', () => {
    expect(noticeOf(due, told, '2026-08-28')).toBeUndefined();
    expect(noticeOf([school('A', ['late a', 'late b'])], told, '2026-08-28')).toBeDefined();
  });

  test('again after a week, when something is late', () => {
    expect(noticeOf(due, told, '2026-09-02')).toBeUndefined();
    expect(noticeOf(due, told, '2026-09-03')).toBeDefined();
    const waiting = [school('A', ['now b'])];
    expect(noticeOf(waiting, told, '2026-09-30')).toBeUndefined();
  });

  test('a day to come counts for nothing: the clock was wrong', () => {
    expect(noticeOf(due, { day: '2031-01-01', pressing: told?.pressing ?? [] }, DAY)).toBeDefined();
  });
});
