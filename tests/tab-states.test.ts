import { describe, expect, test } from 'vitest';
import { badgeOf, nextReport, type ReportedTab, reportFor } from '@/utils/tab-states';

function report(
  frame: number,
  more: Partial<ReportedTab['state']> = {},
  tab = 1,
  at = '2026-08-27T12:00',
): ReportedTab {
  return { tab, frame, at, state: { host: 'enthdf.fr', critical: false, ...more } };
}
const console_ = report(4, { page: 'edifice/manual-groups', flags: 3 });

describe('frames of one tab', () => {
  test('an empty frame does not hide the console in another', () => {
    expect(nextReport(console_, report(5))).toBe(console_);
  });
  test('the console’s own frame may fall silent', () => {
    const silent = report(4);
    expect(nextReport(console_, silent)).toBe(silent);
  });
  test('a page that loads anew starts afresh', () => {
    const fresh = report(0);
    expect(nextReport(console_, fresh)).toBe(fresh);
  });
  test('a frame with a console takes over', () => {
    expect(nextReport(report(0), console_)).toBe(console_);
  });
});

describe('the toolbar button', () => {
  test.each([undefined, 0])('%s findings: no text, never « 0 » nor « OK »', (flags) => {
    expect(badgeOf({ host: 'enthdf.fr', critical: false, ...(flags !== undefined && { flags }) }).text).toBe(
      '',
    );
  });
  test('counts, says so in words, and is red only for the critical', () => {
    const badge = badgeOf({ host: 'enthdf.fr', critical: true, flags: 3 });
    expect(badge.text).toBe('3');
    expect(badge.title).toContain('3 points à voir, dont au moins un critique');
    expect(badge.colour).not.toBe(badgeOf({ host: 'enthdf.fr', critical: false, flags: 3 }).colour);
  });
  test('stays short', () => {
    expect(badgeOf({ host: 'enthdf.fr', critical: false, flags: 250 }).text).toBe('99+');
    expect(badgeOf({ host: 'enthdf.fr', critical: false, flags: 1 }).title).toContain('1 point à voir');
  });
});

describe('what the popup shows', () => {
  const first = report(0, {}, 1, '2026-08-27T12:00');
  const second = report(0, { host: 'demo.itslearning.com' }, 2, '2026-08-27T13:00');
  test('its tab’s report', () => {
    expect(reportFor([first, second], { id: 1, host: 'enthdf.fr' })).toBe(first);
  });
  test('nothing when that tab has left for another site', () => {
    expect(reportFor([first, second], { id: 1, host: 'example.com' })).toBeUndefined();
    expect(reportFor([first, second], { id: 9, host: 'enthdf.fr' })).toBeUndefined();
  });
  test('in a tab of its own, the latest', () => {
    expect(reportFor([second, first], undefined)).toBe(second);
    expect(reportFor([], undefined)).toBeUndefined();
  });
});
