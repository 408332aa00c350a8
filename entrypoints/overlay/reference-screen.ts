import type { Facts } from '@/utils/core/facts';
import type { Presence, ReferenceList, StrategyUser } from '@/utils/core/itslearning-facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import type { Ent } from '@/utils/ents/page';
import { MOST_CARRIED_BYTES } from '@/utils/import-messages';
import { send } from '@/utils/messages';
import type { OpenedStrategy, ReferenceAnswer, SeenPeople, SeenSoFar } from '@/utils/reference-messages';
import { carryFiles } from './carry-files';
import type { Companion, Told } from './companion';
import { openedIn, rowsOfOpened, withOpened } from './opened-strategies';

const NONE = 'Aucune liste de qui est là n’est connue sur ce poste.';
const WAYS =
  'Donnez-la ci-dessous, ou parcourez dans cet onglet « Droits des utilisateurs et droits d’accès ».';
/** A background with nothing to do falls asleep after 30 seconds, and the lists in its memory are gone. */
const AWAKE_MS = 20_000;
const LIST = 'itslearning/strategies';
const HERE = 'Qui est là cette année';
const TOO_LARGE = `Cette liste dépasse ${MOST_CARRIED_BYTES / 1024 / 1024} Mo et n’a pas été lue : donnez l’export lui-même, sans autre fichier.`;

/** Follows the people whom strategies name on the screen: has them looked up, and keeps only what is answered of them. */
export function referenceScreen(_ent: Ent, document: Document, told: Told): Companion {
  let asked = '';
  let answer: { of: string; is: Answered } | undefined;
  let opened: readonly OpenedStrategy[] = [];
  let turn = 0;
  let taught = '';
  let soFar: SeenSoFar | undefined;

  const ask = async (screen: Facts, files: readonly File[]) => {
    const users = screen.strategyUsers?.items ?? [];
    const own = ++turn;
    asked = written(users);
    if (files.length > 0) answer = undefined;
    told.changed();
    const is = await answerOf(screen, files, () => own === turn);
    if (own !== turn) return;
    if (is.kind !== 'failed') opened = is.opened;
    answer = { of: written(users), is };
    told.changed();
  };
  const teach = async (shown: Facts) => {
    const lesson = lessonOf(shown);
    const written = lesson && JSON.stringify(lesson);
    if (!written || written === taught) return;
    taught = written;
    try {
      soFar = (await send('reference/seen', { host: location.host, ...lesson })) ?? undefined;
      if (soFar) told.changed();
    } catch (error) {
      told.failed(error);
    }
  };
  /** The screen with what was opened from it; `undefined` where it speaks of no strategy. */
  const screenOf = (shown: Facts) =>
    shown.strategies || shown.strategyUsers ? withOpened(shown, opened) : undefined;
  const answered = (users: readonly StrategyUser[]) =>
    answer?.of === written(users) ? answer.is : undefined;

  let awake: ReturnType<typeof setInterval> | undefined;
  const stayAwake = () => {
    awake ??= setInterval(() => {
      if (document.hidden) return;
      // Refused once the extension was updated under the page.
      send('reference/awake', { host: location.host }).catch(() => clearInterval(awake));
    }, AWAKE_MS);
  };
  // A strategy opened in a frame of this screen: the pointer, or the keyboard, then comes back to it.
  const lookAgain = () => {
    asked = '';
    told.changed();
  };
  const leftFrame = ({ target }: Event) => {
    if (asked !== '' && target instanceof Element && target.tagName === 'IFRAME') lookAgain();
  };
  document.addEventListener('mouseout', leftFrame, { capture: true, passive: true });
  document.defaultView?.addEventListener('focus', () => asked !== '' && lookAgain());

  return {
    facts({ shown }) {
      const screen = screenOf(shown);
      if (!screen) return {};
      const { strategies, strategyUsers } = screen;
      const users = strategyUsers?.items ?? [];
      const is = answered(users);
      const at = strategies?.items[0]?.at ?? users[0]?.at;
      const list = at && { at, ...stateOf(is) };
      return {
        ...(strategies && { strategies }),
        ...(strategyUsers && { strategyUsers }),
        ...(list && { referenceLists: { items: [list], complete: true } }),
        ...(is?.kind === 'done' && {
          presences: { items: presencesOf(users, is), complete: strategyUsers?.complete ?? false },
        }),
      };
    },
    places({ shown }, places) {
      const screen = screenOf(shown);
      const rows = places.get(LIST);
      return screen && rows ? new Map([...places, [LIST, rowsOfOpened(screen, rows)]]) : places;
    },
    view({ shown }) {
      if (shown.userListings && soFar)
        return { import: { title: HERE, lines: [accountsRead(soFar)], problems: [] } };
      const screen = screenOf(shown);
      if (!screen) return {};
      const is = answered(screen.strategyUsers?.items ?? []);
      const problems = is?.kind === 'failed' ? [is.says] : (is?.problems ?? []);
      return {
        import: {
          title: HERE,
          lines: [
            is?.kind === 'done' ? tally(is) : is?.kind === 'none' ? `${NONE} ${WAYS}` : stateOf(is).says,
          ],
          problems,
          reference: 'l’extraction de « Suivi synchro », tous profils',
        },
      };
    },
    look({ shown }) {
      const screen = screenOf(shown);
      if (screen || shown.userListings) stayAwake();
      if (screen && written(screen.strategyUsers?.items ?? []) !== asked) void ask(screen, []);
      void teach(shown);
    },
    giveReference(files, { shown }) {
      const screen = screenOf(shown);
      if (screen) void ask(screen, files);
    },
  };
}

/** Whom the screen shows who is here: accounts, and people whom the timetable's import has found. */
function lessonOf({ importPeople, listedUsers, userListings }: Facts): Omit<SeenPeople, 'host'> | undefined {
  const [listing] = userListings?.items ?? [];
  if (listing) {
    const { at, ...asked } = listing;
    return { people: (listedUsers?.items ?? []).map(({ at, ...person }) => person), listing: asked };
  }
  const found = (importPeople?.items ?? []).filter(({ reconciled }) => reconciled === 'yes');
  return found.length > 0 ? { people: found.map(({ name }) => ({ name })) } : undefined;
}

const PROFILES: Record<RosterRole, string> = {
  pupil: 'élèves',
  parent: 'parents',
  teacher: 'enseignants',
  staff: 'personnels',
  guest: 'invités',
};

/** What the accounts read so far are good for. */
function accountsRead({ read, total, role, whole }: SeenSoFar): string {
  const number = (count: number) => count.toLocaleString('fr-FR');
  const of = total === undefined ? '' : ` sur ${number(total)}`;
  const accounts = `${number(read)} ${read > 1 ? 'comptes lus' : 'compte lu'}${of}`;
  if (!whole)
    return `${accounts}\u00a0: parcourez les autres pages, sans recherche par nom, pour que les stratégies puissent leur être comparées. Le plus court\u00a0: un profil à la fois, et le plus de lignes par page. Rien n’en est conservé.`;
  const only = role ? ` (${PROFILES[role]})` : '';
  return `${accounts}${only}\u00a0: sans export, les stratégies ouvertes dans cet onglet leur seront comparées. Rien n’en est conservé.`;
}

type Answered = ReferenceAnswer | { kind: 'failed'; says: string };

async function answerOf(screen: Facts, files: readonly File[], isWanted: () => boolean): Promise<Answered> {
  const people = (screen.strategyUsers?.items ?? []).map(({ name, role, organisation }) => ({
    name,
    ...(role && { role }),
    ...(organisation && { organisation }),
  }));
  const own = openedIn(screen);
  const asked = { host: location.host, people, ...(own && { opened: own }) };
  try {
    if (files.length === 0) return await send('reference/ask', asked);
    if (files.reduce((sum, { size }) => sum + size, 0) > MOST_CARRIED_BYTES)
      return { kind: 'failed', says: TOO_LARGE };
    const upload = { name: crypto.randomUUID(), files: files.length };
    await carryFiles(upload.name, files, isWanted);
    return await send('reference/ask', { ...asked, upload });
  } catch (error) {
    return { kind: 'failed', says: error instanceof Error ? error.message : String(error) };
  }
}

function stateOf(is: Answered | undefined): Pick<ReferenceList, 'state' | 'says'> {
  if (!is) return { state: 'running', says: 'La comparaison avec la liste de référence est en cours.' };
  if (is.kind === 'done') return { state: 'ready', says: is.list };
  return is.kind === 'failed' ? { state: 'failed', says: is.says } : { state: 'none', says: NONE };
}

const STATUSES = [
  ['present', 'présente', 'présentes'],
  ['absent', 'absente de la liste, à vérifier', 'absentes de la liste, à vérifier'],
  ['homonym', 'homonyme', 'homonymes'],
  ['undetermined', 'indéterminée', 'indéterminées'],
] as const;

/** « 7 personnes à l’écran, d’après 0019901G_Teacher.csv : 5 présentes ; 1 absente de la liste, à vérifier ; 1 homonyme. » */
function tally({ standings, list }: Extract<ReferenceAnswer, { kind: 'done' }>): string {
  if (standings.length === 0) return `Liste de référence\u00a0: ${list}.`;
  const counts = STATUSES.flatMap(([wanted, one, several]) => {
    const count = standings.filter(({ status }) => status === wanted).length;
    return count > 0 ? [`${count} ${count > 1 ? several : one}`] : [];
  });
  return `${standings.length} personne${standings.length > 1 ? 's' : ''} à l’écran, d’après ${list}\u00a0: ${counts.join('\u202f; ')}.`;
}

function presencesOf(
  users: readonly StrategyUser[],
  { standings }: Extract<ReferenceAnswer, { kind: 'done' }>,
): Presence[] {
  return users.flatMap(({ at }, index) => {
    const standing = standings[index];
    return standing ? [{ at, ...standing }] : [];
  });
}

/** Other people, or the same in another school, are another question. */
function written(users: readonly StrategyUser[]): string {
  return JSON.stringify(users.map(({ name, role, organisation }) => [name, role, organisation]));
}
