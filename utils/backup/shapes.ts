import * as v from 'valibot';
import { safeLink } from '@/utils/checklists/template-reader';
import { MILESTONES, ROLES } from '@/utils/checklists/template-words';
import { isReadBy } from '@/utils/core/fiche';
import { parseDescriptor } from '@/utils/ents/parse-descriptor';
import { faultOf } from '@/utils/report/fiche-faults';
import { FICHE, HOST } from '@/utils/report/fiche-file';
import type { BackedUp } from './content';

/* What each record must be. Whatever else a file holds is refused: it may come from anybody. */

const text = (most: number) =>
  v.pipe(v.string('doit être un texte'), v.maxLength(most, `est trop long : au plus ${most} caractères`));
const WORD = v.pipe(text(2000), v.minLength(1, 'est vide'));
const INSTANT = v.pipe(
  v.string('doit être une date et une heure'),
  v.isoTimestamp('doit être une date et une heure'),
);
const DAY = v.pipe(v.string('doit être un jour'), v.isoDate('doit être un jour'));
const YEAR = v.pipe(
  v.number('doit être une année'),
  v.integer('doit être une année'),
  v.minValue(2000, 'doit être une année'),
  v.maxValue(2100, 'doit être une année'),
);
const COUNT = v.pipe(
  v.number('doit être un nombre'),
  v.integer('doit être un nombre entier'),
  v.minValue(0, 'ne peut pas être négatif'),
  v.maxValue(10_000_000, 'est trop grand'),
);
const YES = v.exactOptional(v.literal(true, 'doit être true ou absent'));
const NO_MORE = 'ne fait pas partie de ce que Vigie garde';
const HASH = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,128}$/, 'doit être une empreinte'));
const INITIALS = v.exactOptional(
  // Some letters become two as capitals.
  v.pipe(v.string(), v.regex(/^\p{L}{1,8}$/u, 'doit être des initiales')),
);
const UAI = v.pipe(v.string(), v.regex(/^\d{7}[A-Z]$/, 'doit être une UAI'));
const ENT = v.picklist(['edifice', 'itslearning', 'skolengo'], 'doit être une famille d’ENT connue');
const READ_BY = v.pipe(WORD, v.check(isReadBy, 'doit être une façon de lire connue'));
const MILESTONE = v.picklist(MILESTONES, 'doit être un repère connu');
const listOf = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item, 'doit être une liste'), v.maxLength(most, `a plus de ${most} éléments`));
const object = <E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, (issue) =>
    issue.expected === 'never' ? NO_MORE : 'manque, ou n’est pas un objet',
  );

const STEP = { school: WORD, transition: YEAR, checklist: WORD, step: WORD };
const OF_YEAR = { school: WORD, transition: YEAR };
const LINK = v.pipe(
  text(500),
  v.check((link) => safeLink(link) !== undefined, 'doit être une adresse qui commence par « https:// »'),
);

const OFFSET = v.pipe(
  v.number('doit être un nombre de jours'),
  v.integer('doit être un nombre de jours'),
  v.minValue(-366, 'est à plus d’un an'),
  v.maxValue(366, 'est à plus d’un an'),
);
const WHEN = v.union(
  [
    object({ milestone: MILESTONE, from: OFFSET, to: v.exactOptional(OFFSET) }),
    object({ on: v.exactOptional(DAY), until: v.exactOptional(DAY) }),
  ],
  'doit dire quand, par un repère ou par des jours',
);

const ACT = v.variant(
  'kind',
  [
    object({ kind: v.picklist(['ticked', 'unticked']), list: WORD, step: WORD }),
    object({
      kind: v.literal('proven'),
      list: WORD,
      step: WORD,
      by: READ_BY,
      on: v.exactOptional(text(2000)),
    }),
    object({ kind: v.literal('contradicted'), list: WORD, step: WORD, violations: COUNT }),
    object({ kind: v.literal('exported'), what: WORD }),
    object({ kind: v.literal('held'), action: text(2000), rule: text(2000), resumed: v.boolean() }),
    object({ kind: v.literal('dated'), milestone: MILESTONE, date: v.exactOptional(DAY) }),
    object({ kind: v.literal('listed'), lists: listOf(WORD, 100) }),
    object({ kind: v.picklist(['started', 'archived', 'reopened']) }),
  ],
  'n’est pas un acte que Vigie connaît',
);

const SOFTWARE = object({
  text: text(2000),
  product: v.exactOptional(v.picklist(['PRONOTE', 'EDT', 'UDT'])),
  edition: v.exactOptional(v.picklist(['Monoposte', 'Réseau', 'hébergé'])),
  release: v.exactOptional(text(20)),
});

const COURSE = object({
  name: WORD,
  otherName: v.exactOptional(WORD),
  lessons: COUNT,
  participants: v.exactOptional(COUNT),
});

/** What each store holds. A template is read by the reader of templates instead: here it only has to be an object. */
export const SHAPES: Record<BackedUp, v.GenericSchema> = {
  schools: v.pipe(
    object({
      key: WORD,
      ent: ENT,
      host: HOST,
      id: WORD,
      name: WORD,
      uai: v.exactOptional(UAI),
      levels: v.exactOptional(listOf(v.picklist([1, 2]), 2)),
      firstSeen: v.exactOptional(INSTANT),
      lastSeen: INSTANT,
      lastRead: v.exactOptional(object({ at: INSTANT, by: READ_BY })),
      lastLive: v.exactOptional(INSTANT),
    }),
    v.check(
      ({ key, ent, host, id }) => key === `${ent}|${host}|${id}`,
      'ne s’accorde pas avec son identifiant',
    ),
  ),
  ticks: object({ ...STEP, done: v.boolean('doit être true ou false'), at: INSTANT, by: INITIALS }),
  notes: object({ ...STEP, text: text(1_000_000), at: INSTANT, keep: YES }),
  dates: object({ ...OF_YEAR, milestone: MILESTONE, date: DAY, at: v.exactOptional(INSTANT) }),
  ownSteps: object({
    ...OF_YEAR,
    id: WORD,
    text: WORD,
    why: v.exactOptional(text(20_000)),
    who: v.picklist(ROLES, 'doit être une personne de la liste'),
    when: WHEN,
    where: v.exactOptional(WORD),
    link: v.exactOptional(LINK),
    keep: v.boolean('doit être true ou false'),
    at: INSTANT,
  }),
  years: object({
    ...OF_YEAR,
    lists: v.exactOptional(listOf(WORD, 100)),
    listsAt: v.exactOptional(INSTANT),
    archivedAt: v.exactOptional(INSTANT),
    reopenedAt: v.exactOptional(INSTANT),
    startedAt: v.exactOptional(INSTANT),
  }),
  journal: object({ ...OF_YEAR, at: INSTANT, id: WORD, by: INITIALS, act: ACT }),
  learnedPages: object({
    host: HOST,
    learnedAt: INSTANT,
    descriptor: v.pipe(
      v.looseObject({ id: WORD }),
      v.check(
        (descriptor) => 'descriptor' in parseDescriptor(JSON.stringify(descriptor)),
        'n’est pas une page apprise',
      ),
    ),
  }),
  templates: object({ id: WORD, checklist: v.looseObject({ id: WORD }), importedAt: INSTANT }),
  proofs: object({
    ...OF_YEAR,
    rule: v.pipe(WORD, v.regex(/^[a-z]+(-[a-z]+)*$/, 'doit être le nom d’un contrôle')),
    at: INSTANT,
    outcome: v.picklist(['violation', 'review', 'pass', 'inapplicable', 'error'], 'doit être un résultat'),
    complete: v.boolean('doit être true ou false'),
    by: READ_BY,
    on: v.exactOptional(text(2000)),
    violations: COUNT,
    reviews: COUNT,
    passedAt: v.exactOptional(INSTANT),
    lines: v.exactOptional(COUNT),
    since: v.exactOptional(
      object({
        at: INSTANT,
        by: READ_BY,
        on: v.exactOptional(text(2000)),
        violations: COUNT,
        reviews: COUNT,
      }),
    ),
  }),
  fiches: v.pipe(
    FICHE,
    v.check(
      (fiche) => faultOf(fiche as never) === undefined,
      ({ input }) => `ne peut pas être celle d’un contrôle\u00A0: ${faultOf(input as never)}`,
    ),
  ),
  events: object({
    ...OF_YEAR,
    step: WORD,
    from: DAY,
    to: v.exactOptional(DAY),
    sequence: COUNT,
    cancelled: YES,
  }),
  mappings: object({
    signature: WORD,
    choices: listOf(object({ column: COUNT, field: WORD, block: v.exactOptional(COUNT) }), 500),
    profile: v.exactOptional(WORD),
  }),
  decisions: object({ hash: HASH, verdict: v.picklist(['same', 'different']), at: INSTANT }),
  people: object({
    school: WORD,
    year: YEAR,
    person: HASH,
    said: v.picklist(['seen', 'kept', 'treated']),
    at: INSTANT,
  }),
  expectations: object({
    school: text(2000),
    of: v.exactOptional(WORD),
    profile: text(2000),
    at: INSTANT,
    created: COUNT,
    updated: COUNT,
    deleted: COUNT,
    updateAll: v.boolean('doit être true ou false'),
    seen: v.exactOptional(
      object({
        created: v.exactOptional(COUNT),
        updated: v.exactOptional(COUNT),
        deleted: v.exactOptional(COUNT),
        says: v.exactOptional(listOf(text(2000), 20)),
        on: text(2000),
      }),
    ),
  }),
  synonyms: object({ host: HOST, term: WORD, label: WORD }),
  timetableModes: object({ school: WORD, mode: v.picklist([1, 2, 3]), at: INSTANT }),
  lastTimetables: object({
    uai: UAI,
    at: INSTANT,
    partners: v.exactOptional(listOf(text(2000), 200)),
    software: v.exactOptional(SOFTWARE),
    madeOn: v.exactOptional(text(40)),
    identifiers: listOf(object({ person: HASH, identifier: HASH }), 5000),
  }),
  keptCourses: object({ uai: UAI, at: INSTANT, courses: listOf(COURSE, 20_000) }),
  enrolments: object({
    host: HOST,
    organisation: text(2000),
    course: WORD,
    school: v.exactOptional(WORD),
    at: INSTANT,
  }),
};
