import { describe, expect, test } from 'vitest';
import type { MilestoneDates } from '@/utils/core/milestones';
import {
  awaitsClasses,
  awaitsStaffFeed,
  awaitsYearSwitch,
  reopening,
  yearIsEnding,
} from '@/utils/rules/season';

type Case = readonly [day: string, dates: MilestoneDates, expected: boolean];

describe('the feed of the staff is awaited', () => {
  test.each<Case>([
    ['2026-06-30', {}, false],
    ['2026-07-01', {}, true],
    ['2026-08-31', {}, true],
    ['2026-09-01', {}, false],
    ['2027-02-01', {}, false],
    // The year ends later, term starts earlier: both move the bounds.
    ['2026-07-02', { 'year-end': '2026-07-03' }, false],
    ['2026-07-04', { 'year-end': '2026-07-03' }, true],
    ['2026-08-31', { 'term-start': '2026-08-20' }, false],
    ['2026-09-01', { 'term-start': '2026-09-02' }, true],
    // The school knows the very day of the feed, and it prevails.
    ['2026-08-24', { 'staff-feed': '2026-08-24', 'term-start': '2026-09-01' }, true],
    ['2026-08-25', { 'staff-feed': '2026-08-24', 'term-start': '2026-09-01' }, false],
    // Dates of a change of year that is over await nothing.
    ['2027-03-01', { 'year-end': '2026-07-03', 'term-start': '2026-09-01' }, false],
  ])('%s, %j: %s', (day, dates, expected) => expect(awaitsStaffFeed(day, dates)).toBe(expected));
});

describe('the new classes are awaited', () => {
  test.each<Case>([
    ['2026-09-20', {}, true],
    ['2026-09-21', {}, false],
    ['2026-09-21', { 'term-start': '2026-09-02' }, true],
    ['2026-08-22', { 'term-start': '2026-08-17' }, true],
    ['2026-09-06', { 'term-start': '2026-08-17' }, false],
    ['2026-09-10', { 'pupil-feed': '2026-09-03', 'term-start': '2026-09-01' }, true],
    ['2026-09-11', { 'pupil-feed': '2026-09-03', 'term-start': '2026-09-01' }, false],
    ['2026-09-15', { 'onde-switch': '2026-09-09', 'term-start': '2026-09-01' }, true],
    ['2026-09-17', { 'onde-switch': '2026-09-09', 'term-start': '2026-09-01' }, false],
  ])('%s, %j: %s', (day, dates, expected) => expect(awaitsClasses(day, dates)).toBe(expected));
});

describe('the new classes of a collège are awaited', () => {
  test.each<Case>([
    ['2026-09-13', {}, true],
    ['2026-09-14', {}, false],
    ['2026-09-13', { 'term-start': '2026-09-01' }, true],
    ['2026-09-14', { 'term-start': '2026-09-01' }, false],
    ['2026-09-18', { 'pupil-feed': '2026-09-11', 'term-start': '2026-09-01' }, true],
    // Only primary schools are switched over in ONDE.
    ['2026-09-20', { 'onde-switch': '2026-09-18', 'term-start': '2026-09-01' }, false],
  ])('%s, %j: %s', (day, dates, expected) => expect(awaitsClasses(day, dates, false)).toBe(expected));
});

describe('the year is about to be over', () => {
  test.each<Case>([
    ['2026-05-31', {}, false],
    ['2026-06-01', {}, true],
    ['2026-07-31', {}, true],
    ['2026-08-01', {}, false],
    ['2026-05-31', { 'year-end': '2026-07-04' }, true],
    ['2026-06-05', { 'year-end': '2026-07-15' }, false],
    ['2026-06-11', { 'year-end': '2026-07-15' }, true],
    ['2027-06-15', { 'year-end': '2026-07-04' }, false],
  ])('%s, %j: %s', (day, dates, expected) => expect(yearIsEnding(day, dates)).toBe(expected));
});

describe('the platform’s own switch is awaited', () => {
  test.each<Case>([
    ['2026-07-31', {}, false],
    ['2026-08-25', {}, true],
    ['2026-08-26', {}, false],
    ['2026-07-15', { 'platform-closing': '2026-07-10' }, true],
    ['2026-08-19', { 'platform-reopening': '2026-08-20' }, true],
    ['2026-08-20', { 'platform-reopening': '2026-08-20' }, false],
  ])('%s, %j: %s', (day, dates, expected) => expect(awaitsYearSwitch(day, dates)).toBe(expected));
});

test('the reopening is told by its date where the school knows it', () => {
  expect(reopening()).toBe('25 août');
  expect(reopening({ 'platform-reopening': '2026-08-20' })).toBe('20/08/2026');
});
