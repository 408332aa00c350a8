import 'fake-indexeddb/auto';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agendaSaid, writeAgenda } from '@/entrypoints/workshop/calendar/agenda';
import type { Board } from '@/entrypoints/workshop/calendar/load';
import { checklistsOf } from '@/utils/checklists';
import { closeStore } from '@/utils/store/db';
import { listsOf, loadProgress, saveDate, saveNote, saveTick } from '@/utils/store/progress';
import type { KnownSchool } from '@/utils/store/schema';
import { removeOwnStep, saveOwnStep } from '@/utils/store/years';
import { freshBrowser, KEY, SCHOOL, step } from '../../../store/helpers';

const AT = '2026-08-27T12:02:00.000Z';
const SEEN: KnownSchool = { ...SCHOOL, key: KEY, lastSeen: AT, levels: [1] };

beforeEach(async () => {
  await closeStore();
  await freshBrowser();
});
afterEach(() => vi.unstubAllEnvs());

async function board(): Promise<Board> {
  const progress = await loadProgress(KEY, 2026);
  const offered = checklistsOf('edifice');
  const lists = listsOf(SEEN, offered, progress, 2026);
  return { school: SEEN, transition: 2026, transitions: [2026], progress, journal: [], offered, lists };
}
const written = async (list?: string) => writeAgenda(await board(), '2026-08-27', list);

/** An agenda: what is imported again replaces an event of the same identifier, unless it is older. */
class Agenda {
  readonly events = new Map<string, ICAL.Event>();

  import(text: string): this {
    for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      const known = this.events.get(event.uid);
      if (known && known.sequence > event.sequence) continue;
      if (component.getFirstPropertyValue('status') === 'CANCELLED') this.events.delete(event.uid);
      else this.events.set(event.uid, event);
    }
    return this;
  }

  get days(): string[] {
    return [...this.events.values()].map((event) => `${event.startDate} ${event.summary}`).sort();
  }
}

test('imported twice, an agenda holds each step once, on its new date', async () => {
  const own = { id: 'a1', text: 'Prévenir la mairie', who: 'head', keep: false } as const;
  await saveOwnStep(KEY, 2026, { ...own, when: { on: '2026-08-28' } }, AT);
  const first = await written();
  const agenda = new Agenda().import(first.text);
  expect(agenda.events.size).toBe(first.dated.length);
  expect(agenda.days).toContain('2026-08-28 Prévenir la mairie');
  const before = agenda.days;
  expect(agenda.import((await written()).text).days).toEqual(before);

  await saveOwnStep(KEY, 2026, { ...own, when: { on: '2026-08-31' } }, AT);
  const moved = agenda.import((await written()).text).days;
  expect(moved).toHaveLength(before.length);
  expect(moved).toContain('2026-08-31 Prévenir la mairie');
  // The older file, imported late, brings nothing back.
  expect(agenda.import(first.text).days).toEqual(moved);

  await removeOwnStep(KEY, 2026, 'a1');
  const last = await written();
  expect(last.cancelled).toBe(1);
  expect(agendaSaid(last)).toContain('1 événement retiré de l’agenda.');
  expect(agenda.import(last.text).days).toHaveLength(before.length - 1);
});

test('a date that the school sets moves every step that hangs on it', async () => {
  const agenda = new Agenda().import((await written()).text);
  const count = agenda.events.size;
  await saveDate(KEY, 2026, 'term-start', '2026-09-02', { at: AT });
  const moved = new Agenda().import((await written()).text);
  expect([...moved.events.values()].some((event) => event.sequence === 1)).toBe(true);
  expect(agenda.import((await written()).text).events.size).toBe(count);
});

test('what is done says so and reminds of nothing; a note stays out', async () => {
  await saveTick(step('delete-past-groups'), { done: true, at: AT });
  await saveNote(step('delete-past-groups'), 'Voir Madame Exemple', AT);
  const { text } = await written();
  expect(text).not.toContain('Exemple');
  const all = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const done = all.find((one) => String(one.getFirstPropertyValue('summary')).startsWith('Fait : '));
  expect(done?.getAllSubcomponents('valarm')).toEqual([]);
  expect(all.some((one) => one.getAllSubcomponents('valarm').length > 0)).toBe(true);
});

test('one list alone calls nothing of the others off', async () => {
  const own = { id: 'a1', text: 'Prévenir', who: 'head', when: { on: '2026-08-28' }, keep: false } as const;
  await saveOwnStep(KEY, 2026, own, AT);
  await written();
  const alone = await written('own');
  expect([alone.dated.length, alone.cancelled, alone.name]).toEqual([1, 0, 'agenda-rentree-2026-own.ics']);
});

describe.each(['Europe/Paris', 'Pacific/Auckland', 'America/Cayenne'])('in the time zone %s', (zone) => {
  test('the days are those of the calendar', async () => {
    vi.stubEnv('TZ', zone);
    const [list] = (await board()).lists;
    expect(list).toBeDefined();
    await saveOwnStep(
      KEY,
      2026,
      { id: 'a1', text: 'Heure d’hiver', who: 'head', when: { on: '2026-10-25' }, keep: false },
      AT,
    );
    expect(new Agenda().import((await written('own')).text).days).toEqual(['2026-10-25 Heure d’hiver']);
  });
});
