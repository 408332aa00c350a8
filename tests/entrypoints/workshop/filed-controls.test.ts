import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Clerk } from '@/entrypoints/workshop/clerk';
import { predict, switchRules } from '@/entrypoints/workshop/control-acts';
import type { ControlSummary } from '@/entrypoints/workshop/protocol';
import { Session } from '@/entrypoints/workshop/session';
import { initialState } from '@/entrypoints/workshop/state';
import { judge } from '@/entrypoints/workshop/timetable/judge-acts';
import { TimetableSession } from '@/entrypoints/workshop/timetable/session';
import { initialState as timetableState } from '@/entrypoints/workshop/timetable/state';
import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import { closeStore } from '@/utils/store/db';
import { listDetectors } from '@/utils/store/detectors';
import { fichesOf } from '@/utils/store/fiches';
import { listSchools, seeSchool } from '@/utils/store/schools';
import { switchDetector } from '@/utils/switches';
import { count } from '../../helpers/fiches';
import { freshBrowser } from '../../store/helpers';

const LAKE = {
  ent: 'itslearning',
  host: 'x.itslearning.com',
  id: '0590001B',
  name: 'Collège du Lac',
  uai: '0590001B',
} as const;
const KEY = 'itslearning|x.itslearning.com|0590001B';
const TODAY = isoDate(new Date());

beforeEach(async () => {
  fakeBrowser.reset();
  await freshBrowser();
  await seeSchool(LAKE, `${TODAY}T08:00:00.000Z`);
});
afterAll(closeStore);

const filed = () => fichesOf(KEY, transitionOn(TODAY));

describe('the control of files of users', () => {
  const totals = { perProfile: [{ profile: 'pupil', created: 3, updated: 140, deleted: 12 }] };
  const summary = {
    platform: 'itslearning',
    counts: [count('changed-sync-key', { outcome: 'violation', violations: 2 })],
    prediction: { ticked: totals, unticked: totals },
  } as unknown as ControlSummary;

  async function predicted(school: string) {
    const say = vi.fn();
    const session = new Session(initialState(TODAY, 'controle'), {} as Clerk, say);
    session.update({ summary, schools: await listSchools() });
    await predict(session, school);
    return say.mock.calls.flat().join(' ');
  }

  test.each(['Collège du Lac – 0590001B', 'collège du lac', '0590001B'])(
    'writes a fiche of « %s », with what the import should do',
    async (school) => {
      expect(await predicted(school)).toMatch(/Fiche ajoutée au tableau\s: Collège du Lac/);
      expect(await filed()).toEqual([
        expect.objectContaining({
          by: 'user-files',
          counts: summary.counts,
          figures: expect.objectContaining({ 'Import attendu, élèves créés': 3 }),
        }),
      ]);
    },
  );

  test('of a school that nobody knows, writes none, and says how to', async () => {
    expect(await predicted('Lycée Inconnu')).toContain('tapez l’UAI');
    expect(await filed()).toEqual([]);
  });
});

describe('the check of a timetable', () => {
  const judged = {
    ruleCounts: [count('homonym', { outcome: 'violation', violations: 1 })],
    counts: { lessons: 600, classes: 20, groups: 8, pupils: 500, teachers: 40 },
    outcomes: { course: 580, several: 10, nothing: 10 },
    courses: [],
    identifiers: [],
    holding: ['homonym'],
  };

  async function judgedAs(uai: string, ofFile: string) {
    const say = vi.fn();
    const clerk = { ask: async (name: string) => (name === 'judge' ? judged : {}) };
    const session = new TimetableSession(timetableState(TODAY), clerk as never, say);
    const envelope = { at: { in: 'file', file: 'edt.xml', line: 1 }, form: 'clear', uai: ofFile };
    session.update({
      uai,
      schools: await listSchools(),
      sources: [{ kind: 'clear', envelope }] as never,
    });
    await judge(session);
    return say.mock.calls.flat().join(' ');
  }

  test('writes a fiche of the school chosen, and tells that its rules were at work', async () => {
    expect(await judgedAs('0590001B', '0590001B')).toMatch(/Fiche ajoutée au tableau\s: Collège du Lac/);
    expect(await filed()).toEqual([
      expect.objectContaining({
        by: 'timetable-file',
        counts: judged.ruleCounts,
        figures: expect.objectContaining({ 'Emploi du temps, séances ignorées par l’ENT': 10 }),
      }),
    ]);
    expect(await listDetectors()).toEqual([expect.objectContaining({ id: 'homonym', worked: 1 })]);
  });

  test('of a file of another school, or of no school chosen, writes none', async () => {
    await judgedAs('0590001B', '0590002C');
    await judgedAs('', '0590001B');
    expect(await filed()).toEqual([]);
  });
});

describe('a rule that is switched while its findings are on the screen', () => {
  test('is judged, or left out, at once', async () => {
    const ask = vi.fn(async (_name: string, _carries: unknown) => ({ counts: [] }));
    const session = new Session(initialState(TODAY, 'controle'), { ask } as unknown as Clerk, vi.fn());
    await switchRules(session);
    expect(ask).not.toHaveBeenCalled();
    session.update({ summary: { counts: [] } as unknown as ControlSummary });
    await switchDetector('emptied-key', true);
    await switchRules(session);
    expect(ask).toHaveBeenCalledWith('conclude', expect.objectContaining({ off: ['emptied-key'] }));
  });
});
