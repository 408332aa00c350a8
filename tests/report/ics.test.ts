import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { icsCalendar, type WrittenEvent } from '@/utils/report/ics';

const STAMP = '2026-08-27T10:00:00.000Z';
const EVENT: WrittenEvent = {
  uid: 'edifice%7Centhdf.fr%7Cb7c1/2026/edifice-primary%2Fsort-aesh@vigie-ent',
  sequence: 2,
  summary: 'Trier les AESH : école, groupe ; puis « vérifier »',
  description: 'Pourquoi\nQui : direction, secrétariat',
  location: 'École des Papillons',
  from: '2026-10-24',
  to: '2026-10-26',
  cancelled: false,
  alarm: true,
};

/** Reads a file as an agenda does. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('an agenda reads each event as it was meant', () => {
  const [event] = eventsOf(icsCalendar('Rentrée 2026', [EVENT], STAMP));
  expect(event).toMatchObject({
    uid: EVENT.uid,
    sequence: 2,
    summary: EVENT.summary,
    description: EVENT.description,
    location: EVENT.location,
  });
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.startDate.toString()).toBe('2026-10-24');
  // The end of whole days is the day after the last one; here the clocks go back in between.
  expect(event?.endDate.toString()).toBe('2026-10-27');
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
});

test('reminds in the morning of the first and of the last day, and no more once it is called off', () => {
  const triggers = (event: WrittenEvent) =>
    eventsOf(icsCalendar('x', [event], STAMP))[0]
      ?.component.getAllSubcomponents('valarm')
      .map((alarm) => {
        const trigger = alarm.getFirstProperty('trigger');
        return `${trigger?.getParameter('related')} ${trigger?.getFirstValue()}`;
      });
  expect(triggers(EVENT)).toEqual(['START PT9H', 'END -PT15H']);
  const { to: _to, ...oneDay } = EVENT;
  expect(triggers(oneDay)).toEqual(['START PT9H']);
  expect(triggers({ ...EVENT, alarm: false })).toEqual([]);
  expect(triggers({ ...EVENT, cancelled: true })).toEqual([]);
});

test('whatever a text holds, it comes back the same, and no line is longer than 75 octets', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((one) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no line of the format can hold them.
    one.replace(/[\u0000-\u001F\u007F]/g, ''),
  );
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const file = icsCalendar('x', [{ ...EVENT, summary, description }], STAMP);
      const [event] = eventsOf(file);
      expect(event?.summary ?? '').toBe(summary);
      expect(event?.description ?? '').toBe(description);
      const widths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(75);
    }),
  );
});

test('a text cannot bring lines of its own into the file', () => {
  const file = icsCalendar('x\r\nMETHOD:REQUEST', [{ ...EVENT, summary: 'a\r\nEND:VEVENT\rX:1' }], STAMP);
  expect(eventsOf(file)).toHaveLength(1);
  expect(eventsOf(file)[0]?.summary).toBe('a\nEND:VEVENT\nX:1');
  expect(file.match(/^METHOD:/gm)).toHaveLength(1);
});

test('an agenda that lives by the clock rings at nine in Paris, in summer and in winter', () => {
  const file = icsCalendar('x', [EVENT, { ...EVENT, uid: 'winter', from: '2026-12-01' }], STAMP);
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Europe/Paris');
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
  expect(zone.tzid).toBe('Europe/Paris');
  const rings = calendar.getAllSubcomponents('vevent').map((one) => {
    const midnight = new ICAL.Event(one).startDate.clone();
    midnight.isDate = false;
    midnight.zone = zone;
    const trigger = one.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger') as ICAL.Duration;
    midnight.addDuration(trigger);
    return midnight.toJSDate().toISOString();
  });
  expect(rings).toEqual(['2026-10-24T07:00:00.000Z', '2026-12-01T08:00:00.000Z']);
});

test('the zone changes its clocks on the days when France does', () => {
  const calendar = new ICAL.Component(ICAL.parse(icsCalendar('x', [], STAMP)));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
  const noon = (day: string) => ICAL.Time.fromDateTimeString(`${day}T12:00:00`);
  // Sundays 28 March and 31 October 2027.
  const offsets = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map(
    (day) => zone.utcOffset(noon(day)) / 3600,
  );
  expect(offsets).toEqual([1, 2, 2, 1]);
});
