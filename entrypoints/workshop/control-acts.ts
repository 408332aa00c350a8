import { browser } from 'wxt/browser';
import type { ControlChoices, PairDecision } from '@/utils/files/control-result';
import { type Meant, schoolMeant } from '@/utils/named-school';
import { rosterFigures } from '@/utils/report/file-figures';
import { keepSalt, saveDecision } from '@/utils/store/decisions';
import { noteRules } from '@/utils/store/detectors';
import { saveExpectations } from '@/utils/store/expectations';
import { fileControl } from '@/utils/store/fiches';
import { loadSwitches } from '@/utils/switches';
import { choose } from './correction-acts';
import { PAGE } from './findings-list';
import { roleName } from './names';
import type { Filters, Side } from './protocol';
import type { Session } from './session';
import { NO_CORRECTION, type State } from './state';

const SIDES: readonly Side[] = ['reference', 'toImport'];

/** True when there is something to compare on both sides. */
export function bothGiven({ sides }: State): boolean {
  return SIDES.every((side) => sides[side].files.length + sides[side].problems.length > 0);
}

/** Why what is on the desk cannot be controlled; undefined when it can be. */
export function refusalOf({ sides }: State): string | undefined {
  for (const side of SIDES) {
    const readable = sides[side].files.filter((file) => !file.refused);
    const where = side === 'reference' ? 'de l’export de référence' : 'à importer';
    if (readable.length === 0)
      return `Aucun fichier ${where} n’a pu être lu. Corrigez ce qui est signalé ci-dessus.`;
    const unmapped = readable.find((file) => file.unmapped);
    if (unmapped)
      return `Des colonnes nécessaires de « ${unmapped.name} » ne sont pas reconnues. Indiquez ci-dessus ce qu’elles contiennent, ou repartez de l’extraction d’origine.`;
    if (readable.every((file) => file.rows === 0))
      return `Aucun fichier ${where} ne contient d’utilisateur. Refaites l’extraction, ou choisissez le bon fichier.`;
  }
  return undefined;
}

function choicesOf({ salt, state: { updateAll, expected, decisions } }: Session): ControlChoices {
  return {
    updateAll,
    decisions: new Map(Object.entries(decisions)),
    salt,
    ...(expected ? { expected } : {}),
  };
}

/** Controls what is on the desk from the beginning. */
export async function controlAgain(session: Session): Promise<void> {
  const { state } = session;
  if (!bothGiven(state) || refusalOf(state)) return;
  session.update({ busy: { what: 'Contrôle', done: 0, total: 100 } });
  const off = [...(await loadSwitches()).off];
  const summary = await session.ask(() =>
    session.clerk.ask('control', { choices: choicesOf(session), today: state.today, off }, (busy) =>
      session.update({ busy }),
    ),
  );
  if (!summary) return;
  session.update({ summary });
  await Promise.all([list(session), choose(session, NO_CORRECTION.choice)]);
  session.update({ busy: undefined });
  session.say('Contrôle terminé.');
  await session.store(() => noteRules(summary.counts, new Date().toISOString()));
}

/** A rule was switched while its findings are on the screen. */
export async function switchRules(session: Session): Promise<void> {
  if (!session.state.busy) await conclude(session);
}

/** Concludes anew after a choice. */
async function conclude(session: Session): Promise<void> {
  const { state } = session;
  if (!state.summary) return;
  const off = [...(await loadSwitches()).off];
  const summary = await session.ask(() =>
    session.clerk.ask('conclude', { choices: choicesOf(session), today: state.today, off }),
  );
  if (!summary) return;
  session.update({ summary });
  await Promise.all([list(session), choose(session, session.state.corrections.choice)]);
}

let listings = 0;

/** Asks for what the filters and limits let through; a slower answer to an older question is dropped. */
async function list(session: Session): Promise<void> {
  const own = ++listings;
  const { filters, limits } = session.state;
  const findings = await session.ask(() => session.clerk.ask('list', { filters, limits }));
  if (findings && own === listings) session.update({ findings });
}

/** The box « Mettre à jour tous les utilisateurs », as it is going to be. */
export async function setUpdateAll(session: Session, updateAll: boolean): Promise<void> {
  session.update({ updateAll });
  await conclude(session);
}

/** Changes by hand who is expected to leave: what was detected is the start, no longer the rule. */
export async function setLeaving(
  session: Session,
  kind: 'levels' | 'classes',
  label: string,
  leaving: boolean,
): Promise<void> {
  const { expected, summary } = session.state;
  const cohort = expected ?? summary?.gauge?.cohort ?? { levels: [], classes: [] };
  const others = cohort[kind].filter((known) => known !== label);
  session.update({
    expected: {
      levels: cohort.levels,
      classes: cohort.classes,
      [kind]: leaving ? [...others, label] : others,
    },
  });
  await conclude(session);
}

export async function filter(
  session: Session,
  change: Partial<Record<keyof Filters, string>>,
): Promise<void> {
  session.update({ filters: { ...session.state.filters, ...change } as Filters, limits: {} });
  await list(session);
}

export async function more(session: Session, group: string): Promise<void> {
  const { limits } = session.state;
  session.update({ limits: { ...limits, [group]: (limits[group] ?? PAGE) + 3 * PAGE } });
  await list(session);
}

/** Remembers a decision under its hash; with `check`, forgets it. */
export async function decide(session: Session, hash: string, verdict: PairDecision | 'check'): Promise<void> {
  const decided = verdict === 'check' ? undefined : verdict;
  const former = session.state.decisions;
  const { [hash]: _former, ...others } = former;
  // Shown before it is saved: what was just chosen must not jump back meanwhile.
  session.update({ decisions: decided ? { ...others, [hash]: decided } : others });
  const saved = await session.store(async () => {
    const salt = await keepSalt(browser.storage.local, session.salt);
    await saveDecision(hash, decided, new Date().toISOString());
    session.salt = salt;
  });
  if (!saved) {
    session.update({ decisions: former });
    return;
  }
  session.say('Décision retenue.');
  await conclude(session);
}

/** Keeps what the import should do, profile by profile, in numbers, and files the control under the school named. */
export async function predict(session: Session, school: string): Promise<void> {
  const { summary, updateAll, schools } = session.state;
  if (!summary?.prediction || school === '') return;
  const meant = schoolMeant(school, schools, summary.platform);
  const { perProfile } = summary.prediction[updateAll ? 'ticked' : 'unticked'];
  const at = new Date().toISOString();
  const expectations = perProfile.map(({ profile, created, updated, deleted }) => ({
    school,
    ...('school' in meant && { of: meant.school.key }),
    profile: roleName(profile),
    at,
    created,
    updated,
    deleted,
    updateAll,
  }));
  if (!(await session.store(() => saveExpectations(expectations)))) return;
  const replaced = new Set(expectations.map(({ profile }) => profile));
  session.update({
    expectations: [
      ...expectations,
      ...session.state.expectations.filter((one) => one.school !== school || !replaced.has(one.profile)),
    ],
  });
  session.say(await fileFiche(session, meant, at));
}

/** Files the control on the board, and says under which school, or why under none. */
async function fileFiche(session: Session, meant: Meant, at: string): Promise<string> {
  const { summary, updateAll } = session.state;
  if ('unclear' in meant || !summary)
    return `Nombres attendus retenus. ${UNFILED['unclear' in meant ? meant.unclear : 'none']}`;
  const figures = rosterFigures(summary, updateAll);
  const { counts } = summary;
  const filed = await session.store(() =>
    fileControl({ at, by: 'user-files', counts, read: [], figures }, meant.school),
  );
  return filed
    ? `Nombres attendus retenus. Fiche ajoutée au tableau : ${meant.school.name}.`
    : 'Nombres attendus retenus, mais la fiche n’a pas pu être ajoutée au tableau.';
}

const UNFILED = {
  none: 'Aucune fiche : pour en ajouter une au tableau, tapez l’UAI de l’établissement, ou choisissez-le dans la liste.',
  several:
    'Aucune fiche : plusieurs établissements portent ce nom. Choisissez le vôtre dans la liste, avec son UAI.',
} as const;
