import { inSlices } from '@/utils/core/breathe';
import type { School } from '@/utils/core/context';
import type { Facts, Gathered, StructureInfo, User } from '@/utils/core/facts';
import { LiveError } from '@/utils/ents/get-json';
import type { Live, LiveReading, LiveTools } from '@/utils/ents/page';
import { type Answers, asking, spoilsOneOnly } from './asking';
import { MOST_AT_WORK, readAttachments } from './live-attachments';
import { manualGroup, readMemberships } from './live-groups';
import { type Lists, PLATFORM, readLists, STRUCTURES } from './live-lists';
import { classFacts, placeOf, userFact } from './live-users';
import { type SessionRecord, type StructureRecord, sessionRecord, structureRecords } from './records';

/** An interrupted reading is taken up again within this time, in ms; after it, what was read may have changed. */
const RESUMED_WITHIN_MS = 30 * 60_000;

/**
 * A reader of schools through the console's GETs (domain Edifice §3.2, §10.2). A reading that a lost session or network
 * stopped is taken up where it stood when it is started again; nothing is kept once it has succeeded or was cancelled,
 * but by a reading that left people unasked, for as long as it is itself kept.
 */
export function newEdificeLive(): Live {
  const unfinished = new Map<string, Answers>();
  return {
    async gather(school, tools) {
      const session = await readSession(tools);
      const answers = resumed(unfinished.get(school.id), session);
      unfinished.set(school.id, answers);
      try {
        const reading = await readSchool(school, tools, { answers, session, most: MOST_AT_WORK });
        unfinished.delete(school.id);
        return reading;
      } catch (error) {
        if (!(error instanceof LiveError) || error.problem === 'cancelled') unfinished.delete(school.id);
        throw error;
      }
    },
    async schools({ get }) {
      const structures = structureRecords(await get(STRUCTURES));
      return structures.map(({ id, name, UAI }) => ({ id, name, ...(UAI && { uai: UAI }) }));
    },
    sameForAll: [STRUCTURES, PLATFORM],
  };
}

/** Reads one school through the GETs of the console. */
export const edificeLive: Live = newEdificeLive();

/** A console that keeps the session to itself still tells the rest: only the role is then unknown. */
async function readSession(tools: LiveTools): Promise<SessionRecord | undefined> {
  try {
    return sessionRecord(await tools.get('/auth/oauth2/userinfo'));
  } catch (error) {
    if (!spoilsOneOnly(error)) throw error;
    return undefined;
  }
}

function resumed(former: Answers | undefined, session: SessionRecord | undefined): Answers {
  const by = session?.userId ?? '';
  const usable = former && by !== '' && former.by === by && Date.now() - former.since < RESUMED_WITHIN_MS;
  return usable ? former : { by, since: Date.now(), read: new Map() };
}

/** What one go of a reading starts from. */
interface Go {
  answers: Answers;
  session: SessionRecord | undefined;
  /** How many people at work here are asked about, at most. */
  most: number;
}

async function readSchool(
  school: School,
  tools: LiveTools,
  { answers, session, most }: Go,
): Promise<LiveReading> {
  const asked = asking(tools, answers);
  const lists = await readLists(school, asked);
  const { structures, users, groups } = lists;
  const structure = structures?.find((one) => one.id === school.id);
  const place = placeOf(school, structure, lists);
  const attached = {
    structures: withDescendants(school.id, structures ?? []),
    users: new Set(users?.filter(({ preDeletedOn }) => !preDeletedOn).map((user) => user.id)),
    known: users !== undefined && structures !== undefined,
  };
  const attachments = users && (await readAttachments(users, place, structures ?? [], asked, most));
  const memberships = groups && (await readMemberships(groups, school, attached, asked));
  const accounts: User[] = [];
  await inSlices(
    users ?? [],
    (user) => accounts.push(userFact(user, place, attachments?.found.get(user.id))),
    asked.breathe,
  );
  await asked.breathe();
  const facts: Facts = {
    ...listFacts(lists, school),
    ...(users && { users: complete(accounts) }),
    ...(lists.removed && { removedUsers: complete(lists.removed.map((user) => userFact(user, place))) }),
    ...(memberships && {
      memberships: {
        items: memberships,
        complete: memberships.length === groups.length && attached.known,
        read: { shown: memberships.length, total: groups.length },
      },
    }),
    ...(structure && { structure: { items: [structureInfo(structure)], complete: true } }),
  };
  return {
    facts,
    school: structure
      ? { id: school.id, name: structure.name, ...(structure.UAI && { uai: structure.UAI }) }
      : school,
    ...(session && { role: session.functions.has('SUPER_ADMIN') ? 'central' : 'local' }),
    gaps: asked.gaps,
    ...(attachments?.unasked && {
      rest: {
        count: attachments.unasked,
        async read(again) {
          const by = await readSession(again);
          const go = { answers: resumed(answers, by), session: by, most: most + MOST_AT_WORK };
          return readSchool(school, again, go);
        },
      },
    }),
  };
}

function listFacts({ groups, classes, users, delays }: Lists, school: School): Facts {
  const platform = { in: 'page', page: 'edifice/platform', key: '' } as const;
  return {
    ...(groups && { manualGroups: complete(groups.map((group) => manualGroup(group, school))) }),
    // Their pupils are counted among the accounts: without these, a class without any may only look so.
    ...(classes && {
      classes: { ...complete(classFacts(classes, users, school)), complete: users !== undefined },
    }),
    ...(delays && { platform: { items: [{ at: platform, ...delays }], complete: true } }),
  };
}

function complete<T>(items: readonly T[]): Gathered<T> {
  return { items, complete: true, read: { shown: items.length, total: items.length } };
}

/** A group may rightly hold people of the schools below this one. */
function withDescendants(id: string, structures: readonly StructureRecord[]): Set<string> {
  const here = new Set([id]);
  for (let size = 0; size !== here.size; ) {
    size = here.size;
    for (const structure of structures) {
      if (structure.parents.some((parent) => here.has(parent))) here.add(structure.id);
    }
  }
  return here;
}

function structureInfo({ id, exports, levels }: StructureRecord): StructureInfo {
  return {
    at: { in: 'page', page: 'edifice/structure', key: id },
    garActive: exports.some((name) => name.startsWith('GAR-')),
    levels,
  };
}
