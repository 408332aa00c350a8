import { describe, expect, test } from 'vitest';
import {
  momentText,
  nationalDates,
  periodText,
  timing,
  transitionOn,
  windowOf,
} from '@/utils/checklists/calendar';
import type { When } from '@/utils/checklists/checklist';

const BEFORE_TERM: When = { milestone: 'term-start', from: -8, to: -1 };

describe('the change of year a day belongs to', () => {
  test.each([
    ['2026-04-30', 2025],
    ['2026-05-01', 2026],
    ['2026-08-31', 2026],
    ['2026-11-23', 2026],
    ['2027-01-10', 2026],
    ['2027-06-20', 2027],
  ])('%s belongs to %i', (day, expected) => {
    expect(transitionOn(day)).toBe(expected);
  });
});

describe('windows', () => {
  test('count days from the milestone', () => {
    expect(windowOf(BEFORE_TERM, nationalDates(2026))).toEqual({ from: '2026-08-24', to: '2026-08-31' });
  });

  test('cross the change of clocks without losing a day', () => {
    const window = windowOf({ milestone: 'term-start', from: 0, to: 60 }, { 'term-start': '2026-09-01' });
    expect(window).toEqual({ from: '2026-09-01', to: '2026-10-31' });
  });

  test('are unknown without a date, and never guessed', () => {
    expect(windowOf(BEFORE_TERM, nationalDates(2031))).toBeUndefined();
    expect(windowOf({ milestone: 'staff-feed', from: 0 }, nationalDates(2026))).toBeUndefined();
  });

  test.each([
    ['2026-08-23', 'later'],
    ['2026-08-24', 'now'],
    ['2026-08-31', 'now'],
    ['2026-09-01', 'late'],
  ])('on %s the step is %s', (today, expected) => {
    expect(timing(windowOf(BEFORE_TERM, nationalDates(2026)), today)).toBe(expected);
  });

  test('without an end are never late', () => {
    expect(timing({ from: '2026-08-24' }, '2027-03-01')).toBe('now');
    expect(timing(undefined, '2027-03-01')).toBe('unknown');
  });
});

describe('periods in French', () => {
  test.each<[When, string]>([
    [BEFORE_TERM, 'du 24/08 au 31/08'],
    [{ milestone: 'term-start', from: 0, to: 0 }, 'le 01/09'],
    [{ milestone: 'term-start', from: 0 }, 'à partir du 01/09'],
  ])('%j is « %s »', (when, text) => {
    expect(periodText(when, nationalDates(2026))).toBe(text);
  });

  test.each<[When, string | undefined, string]>([
    [
      { milestone: 'staff-feed', from: 0 },
      'dernière quinzaine d’août',
      'à partir de la première alimentation des personnels (dernière quinzaine d’août)',
    ],
    [
      { milestone: 'platform-closing', from: 0, to: 1 },
      undefined,
      'dans le jour après la fermeture de la plateforme',
    ],
    [{ milestone: 'term-start', from: 1 }, undefined, '1 jour après la rentrée des classes'],
    [
      { milestone: 'year-end', from: -30, to: 0 },
      undefined,
      'dans les 30 jours avant la fin de l’année scolaire',
    ],
    [
      { milestone: 'term-start', from: 0, to: 15 },
      undefined,
      'dans les 15 jours après la rentrée des classes',
    ],
    [
      { milestone: 'term-start', from: -15, to: 15 },
      undefined,
      'de 15 jours avant la rentrée des classes à 15 jours après',
    ],
  ])('%j without a date is in words', (when, usually, text) => {
    expect(periodText(when, {}, usually)).toBe(text);
  });

  test('a moment is told in the time zone of the person', () => {
    const local = new Date(2026, 7, 27, 14, 2);
    expect(momentText(local.toISOString())).toBe('27/08 à 14\u00a0h\u00a002');
  });
});
