import type { BoardView, Place, PopupView, Reads, ReminderView } from '@/components/popup/view';
import { momentText } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import type { EntId } from '@/utils/core/facts';
import { isExcludedHost } from '@/utils/ents/excluded-hosts';
import { knownHost, portalName } from '@/utils/ents/hosts';
import type { StoredEnrolment } from '@/utils/store/enrolments';
import type { KnownSchool } from '@/utils/store/schema';
import { listOf } from './list';
import { hostOf, type Snapshot } from './load';

/** What the popup shows of what was read. Pure. */
export function viewOf(snapshot: Snapshot): PopupView {
  const { school, schools, problem } = snapshot;
  const reminders = remindersOf(snapshot);
  return {
    place: placeOf(snapshot),
    schools: schools.map(({ key, name }) => ({ key, name, chosen: key === school?.key })),
    ...(school && { board: boardOf(snapshot, school) }),
    ...(reminders.length > 0 && { reminders }),
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
  };
}

/** Those of the site in the tab and of the school shown; all of them where the popup stands alone. */
function remindersOf({ enrolments = [], school, tab, today }: Snapshot): ReminderView[] {
  const host = hostOf(tab);
  const own = enrolments.filter(
    (one) => host === undefined || one.host === host || one.school === school?.key,
  );
  return own.map((one) => {
    const day = isoDate(new Date(one.at));
    const when = day === today ? 'aujourd’hui' : `le ${day.split('-').reverse().join('/')}`;
    const text = [one.course, one.organisation].filter(Boolean).join(', ');
    return { id: enrolmentId(one), text, says: `Inscription vue ${when}` };
  });
}

/** Names an enrolment among those that are kept. */
export function enrolmentId({ host, organisation, course }: StoredEnrolment): string {
  return [host, organisation, course].join('\n');
}

/** What is read of each family. */
const READ: Record<EntId, Reads> = { edifice: 'console', itslearning: 'import', skolengo: 'screens' };

function placeOf({ tab, report, activated, portals = [] }: Snapshot): Place {
  const host = hostOf(tab);
  if (host === undefined) return { kind: 'elsewhere' };
  if (isExcludedHost(host)) return { kind: 'excluded', host };
  const portal = portalName(host);
  const known = knownHost(host);
  const { page, school, flags } = report?.state ?? {};
  const recognised = page !== undefined || school !== undefined;
  const reads = known && READ[known.ent];
  const where = { portal, ...(reads && { reads }) };
  if (!activated)
    return known || portals.includes(host) ? { kind: 'inactive', host, ...where } : { kind: 'elsewhere' };
  if (!recognised) {
    const teachable = tab?.id !== undefined && isReached(tab.url ?? '', known?.ent);
    // An Edifice console has its own panel on each of its screens.
    const dossier = teachable && known && known.ent !== 'edifice' ? known.ent : undefined;
    const offers = { ...(teachable && { teachable }), ...(dossier && { dossier }) };
    return { kind: 'waiting', running: report !== undefined, ...where, ...offers };
  }
  return { kind: 'active', portal, ...(flags !== undefined && { flags }) };
}

/** Outside its console an Edifice portal is none of our business: what would be learnt there would never be read. */
function isReached(url: string, ent: EntId | undefined): boolean {
  return ent !== 'edifice' || new URL(url).pathname.startsWith('/admin');
}

function boardOf(snapshot: Snapshot, school: KnownSchool): BoardView {
  const about = [school.uai, portalName(school.host), `rentrée ${snapshot.transition}`]
    .filter(Boolean)
    .join(' · ');
  return {
    name: school.name,
    about,
    lastRead: lastReadText(school),
    list: listOf(snapshot, school),
  };
}

/** A control of the whole school stays said although every screen opened since is the last one read. */
function lastReadText({ lastRead, lastLive }: KnownSchool): string {
  if (!lastRead) return 'Rien n’a encore été lu de cet établissement.';
  const live = lastLive ?? (lastRead.by === 'live' ? lastRead.at : undefined);
  const [control, reading] = [live && momentText(live), momentText(lastRead.at)];
  const texts = control ? [`Contrôle entier le ${control}`] : [];
  if (control !== reading) texts.push(`Dernier écran lu le ${reading}`);
  return texts.join(' · ');
}
