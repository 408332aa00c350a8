import type { RuleId } from '@/utils/rules';
import type { Phase, Step, StepSource, When, Years } from './checklist';
import type { Fields, TemplateReader } from './template-reader';
import { MILESTONES, ROLES } from './template-words';

/** More than anybody can follow. */
export const MOST_STEPS = 200;

/** What the steps read so far have taken, and the rules that they may name. */
export interface Seen {
  steps: Set<string>;
  phases: Set<string>;
  rules: ReadonlySet<string>;
}

/** A phase with its steps; `undefined` when it isn't even an object. What is wrong is in the reader's `faults`. */
export function phaseOf(reader: TemplateReader, value: unknown, path: string, seen: Seen): Phase | undefined {
  const fields = reader.fields(value, path, ['id', 'title', 'steps']);
  return (
    fields && {
      id: reader.newId(fields.id, `${path}.id`, seen.phases),
      title: reader.text(fields.title, `${path}.title`, 120),
      steps: reader
        .list(fields.steps, `${path}.steps`, { least: 1, most: MOST_STEPS })
        .flatMap((step, at) => stepOf(reader, step, `${path}.steps[${at}]`, seen) ?? []),
    }
  );
}

const STEP_FIELDS = [
  'id',
  'text',
  'why',
  'who',
  'provider',
  'when',
  'years',
  'reminder',
  'stillUseful',
  'where',
  'link',
  'rules',
  'source',
];

function stepOf(reader: TemplateReader, value: unknown, path: string, seen: Seen): Step | undefined {
  const fields = reader.fields(value, path, STEP_FIELDS);
  if (!fields) return undefined;
  const provider = reader.optional(fields.provider, (it) => reader.text(it, `${path}.provider`, 60));
  const years = reader.optional(fields.years, (it) => yearsOf(reader, it, `${path}.years`));
  const where = reader.optional(fields.where, (it) => reader.place(it, `${path}.where`));
  const link = reader.optional(fields.link, (it) => reader.link(it, `${path}.link`));
  const rules = reader.optional(fields.rules, (it) =>
    reader
      .list(it, `${path}.rules`, { least: 1, most: 20 })
      .map((rule, at) => reader.known(rule, `${path}.rules[${at}]`, seen.rules, 'contrôle') as RuleId),
  );
  return {
    id: reader.newId(fields.id, `${path}.id`, seen.steps),
    text: reader.text(fields.text, `${path}.text`, 240),
    why: reader.optional(fields.why, (it) => reader.text(it, `${path}.why`, 600)) ?? '',
    who: reader.oneOf(fields.who, `${path}.who`, ROLES),
    ...(provider && { provider }),
    when: whenOf(reader, fields.when, `${path}.when`),
    ...(years && { years }),
    ...(reader.flag(fields.reminder, `${path}.reminder`) && { reminder: true as const }),
    ...(reader.flag(fields.stillUseful, `${path}.stillUseful`) && { stillUseful: true as const }),
    ...(where && { where }),
    ...(link && { link }),
    ...(rules && { rules }),
    source: sourceOf(reader, fields, path),
  };
}

function sourceOf(reader: TemplateReader, { source }: Fields, path: string): StepSource {
  if (source === undefined) return { words: 'Liste importée' };
  const fields = reader.fields(source, `${path}.source`, ['words']);
  return { words: fields ? reader.text(fields.words, `${path}.source.words`, 200) : '' };
}

function yearsOf(reader: TemplateReader, value: unknown, path: string): Years {
  const fields = reader.fields(value, path, ['from', 'to']) ?? {};
  const year = (name: 'from' | 'to') =>
    reader.optional(fields[name], (it) => reader.whole(it, `${path}.${name}`, 2000, 2100));
  const [from, to] = [year('from'), year('to')];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** A year has no more days than this, and a step no wider window. */
const MOST_DAYS = 366;

function whenOf(reader: TemplateReader, value: unknown, path: string): When {
  const fields = reader.fields(value, path, ['milestone', 'from', 'to']) ?? {};
  const days = (name: 'from' | 'to') => reader.whole(fields[name], `${path}.${name}`, -MOST_DAYS, MOST_DAYS);
  const milestone = reader.oneOf(fields.milestone, `${path}.milestone`, MILESTONES);
  const from = days('from');
  const to = fields.to === undefined ? undefined : days('to');
  if (to !== undefined && to < from) reader.refuse(`${path}.to`, 'vient avant « from »');
  return { milestone, from, ...(to !== undefined && { to }) };
}
