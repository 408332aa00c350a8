import { expect, test } from 'vitest';
import { backupDue, loadLastBackup, saveLastBackup } from '@/utils/backup/due';
import { memoryArea } from '../store/helpers';

const NOW = new Date('2026-08-27T10:00:00.000Z');
const days = (before: number) => new Date(NOW.getTime() - before * 86_400_000).toISOString();

test('nothing to save, nothing is asked', () => {
  expect(backupDue(undefined, [], NOW)).toBeUndefined();
  expect(backupDue(days(1), [days(2)], NOW)).toBeUndefined();
});

test('after many changes', () => {
  expect(backupDue(undefined, Array(29).fill(days(1)), NOW)).toBeUndefined();
  expect(backupDue(undefined, Array(30).fill(days(1)), NOW)).toContain('30 modifications ne sont encore');
  expect(backupDue(days(2), Array(31).fill(days(1)), NOW)).toContain('31 modifications ont suivi');
  expect(backupDue(days(0.5), Array(31).fill(days(1)), NOW)).toBeUndefined();
});

test('after a month, in the season only', () => {
  expect(backupDue(days(40), [days(31)], NOW)).toContain('plus de 30 jours');
  expect(backupDue(days(40), [days(29)], NOW)).toBeUndefined();
  const winter = new Date('2027-01-27T10:00:00.000Z');
  expect(backupDue(undefined, [days(31)], winter)).toBeUndefined();
});

test('a backup of a day to come counts for nothing: the clock was wrong', () => {
  expect(backupDue(days(-10), [days(31)], NOW)).toContain('1 modification');
});

test('the last backup is remembered; nonsense in its place is none', async () => {
  const area = memoryArea({ lastBackup: 'hier' });
  expect(await loadLastBackup(area)).toBeUndefined();
  await saveLastBackup(area, days(0));
  expect(await loadLastBackup(area)).toBe(days(0));
});
