/** One event of a calendar file, on whole days: no clock, so no time zone can move it. */
export interface WrittenEvent {
  /** The same at every export: importing again updates the event. */
  uid: string;
  /** Raised whenever the days change or the event is called off. */
  sequence: number;
  summary: string;
  description: string;
  location: string;
  /** ISO dates, both included; without `to`, one day. */
  from: string;
  to?: string;
  /** The step is no longer to be done: calendars remove the event, or cross it out. */
  cancelled: boolean;
  /** Reminds in the morning of the first and of the last day. */
  alarm: boolean;
  url?: string;
}

/** Nine in the morning of the first day, and of the last one: the end of a whole day is the midnight after it. */
const FIRST_MORNING = 'TRIGGER;RELATED=START:PT9H';
const LAST_MORNING = 'TRIGGER;RELATED=END:-PT15H';

/**
 * The zone that the schools of the national calendar live in, since 1996 and until the law changes. Whole days need none;
 * agendas that place them in a zone, or count an alarm from their midnight, are told which.
 */
const ZONE = 'Europe/Paris';
const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  `X-LIC-LOCATION:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A calendar file (RFC 5545) that agendas import. `stamp` is an ISO instant.
 * @param name what agendas call the calendar, « Rentrée 2026 – École des Papillons »
 */
export function icsCalendar(name: string, events: readonly WrittenEvent[], stamp: string): string {
  const at = stamp.replace(/[-:]/g, '').replace(/\.\d+/, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigie ENT//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    ...ZONE_LINES,
    ...events.flatMap((event) => eventLines(event, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: WrittenEvent, at: string): string[] {
  const { uid, sequence, summary, description, location, from, to, cancelled, alarm, url } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${at}`,
    `LAST-MODIFIED:${at}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(to ?? from))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(url ? [`URL:${url.replace(/[\r\n]/g, '')}`] : []),
    // A window of three weeks must not make anybody look busy for three weeks.
    'TRANSP:TRANSPARENT',
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(alarm && !cancelled ? alarmLines(summary, FIRST_MORNING) : []),
    ...(alarm && !cancelled && to !== undefined && to !== from ? alarmLines(summary, LAST_MORNING) : []),
    'END:VEVENT',
  ];
}

function alarmLines(summary: string, trigger: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, trigger, 'END:VALARM'];
}

function compact(isoDate: string): string {
  return isoDate.replaceAll('-', '');
}

/** In UTC: local midnight would skip or repeat a day when the clocks change. */
function dayAfter(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Text as the format wants it; characters that no line may hold are left out. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n')
  );
}

/** Octets that a line may have, its break left out. */
const WIDTH = 75;

/** A line cut as the format wants: never inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let width = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > WIDTH) {
      out += '\r\n ';
      width = 1;
    }
    out += character;
    width += octets;
  }
  return out;
}
