import { type Context, contextOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { edifice } from '@/utils/ents/edifice/edifice';
import { ENTS } from '@/utils/ents/index';
import { readScreen } from '@/utils/ents/read-screen';
import { controlRosters } from '@/utils/files/control';
import { readTimetable } from '@/utils/files/timetable';
import { EDIT_KINDS, editKeys } from './edit-keys';
import { consoleOf } from './generate-console';
import { generateSchool, nextSchoolYear } from './generate-school';
import { clearFile } from './generate-timetable';
import { documentOf, savedScreens } from './saved-screens';
import { keysOf, schoolFiles } from './school-files';
import { timetableModel } from './timetable-model';

/** Facts as the product reads them, and what they would be judged with. */
export interface KnownFacts {
  name: string;
  facts: Facts;
  context: Context;
}

const DAY = new Date('2026-08-26T10:00:00');
const SCHOOL = { id: 's1', name: 'Cité scolaire Quatrecanaris', uai: '0590001T' };

/** Facts of every reader: a live school, two roster files, a timetable, every saved screen. Needs a DOM environment. */
export async function manyFacts(seed = 1): Promise<KnownFacts[]> {
  return [await liveSchool(), await rosters(seed), timetable(seed), ...screens()];
}

async function liveSchool(): Promise<KnownFacts> {
  const { get } = consoleOf(300);
  const reading = await edifice.live?.gather(SCHOOL, {
    get,
    signal: new AbortController().signal,
    tell: () => undefined,
  });
  return {
    name: 'établissement lu par la console',
    facts: reading?.facts ?? {},
    context: contextOn(DAY, { ent: 'edifice', school: SCHOOL, role: 'local' }),
  };
}

async function rosters(seed: number): Promise<KnownFacts> {
  const before = generateSchool(seed, { kind: 'college' });
  const keys = keysOf(before);
  const { school } = editKeys(nextSchoolYear(before, seed), seed, EDIT_KINDS, 2, new Set(keys.keys()));
  const { facts } = await controlRosters({
    reference: schoolFiles(before, keys),
    fresh: schoolFiles(school, keys),
  });
  return {
    name: 'fichiers d’utilisateurs',
    facts,
    context: contextOn(DAY, { ent: 'itslearning', school: SCHOOL }),
  };
}

function timetable(seed: number): KnownFacts {
  const model = timetableModel(seed, { pupils: 120 });
  const { facts } = readTimetable('edt.xml', new TextEncoder().encode(clearFile(model)), {
    today: '2026-09-10',
  });
  const school = { ...SCHOOL, uai: model.school.uai };
  return {
    name: 'emploi du temps',
    facts,
    context: contextOn(DAY, { ent: 'itslearning', school, updateAll: true }),
  };
}

function screens(): KnownFacts[] {
  return ENTS.flatMap((ent) =>
    savedScreens(ent.id)
      .filter(({ pages }) => pages.length > 0)
      .map(({ name, html, url }) => ({
        name: `${ent.id}, ${name}`,
        facts: readScreen(ent, documentOf(html), url).facts,
        context: contextOn(DAY, { ent: ent.id, school: SCHOOL }),
      })),
  );
}
