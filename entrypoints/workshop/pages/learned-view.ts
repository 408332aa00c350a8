import type { LearnedView } from '@/components/workshop/pages/learned-view';
import type { EntId } from '@/utils/core/facts';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { type DescribedFact, FACT_FIELDS } from '@/utils/ents/fact-fields';
import { knownHost, portalName } from '@/utils/ents/hosts';
import { ownPageId, titleFault } from '@/utils/ents/page-draft';
import { parseDescriptor } from '@/utils/ents/parse-descriptor';
import type { LearnedPage } from '@/utils/messages';
import type { KnownSchool } from '@/utils/store/schema';

/** What the section shows of the pages kept. Pure. `sites`: hosts on which Vigie is activated. */
export function learnedView(
  pages: readonly LearnedPage[],
  schools: readonly KnownSchool[],
  sites: readonly string[],
  host: string,
): Omit<LearnedView, 'refusal' | 'problem' | 'renaming'> {
  return {
    pages: pages.map((page) => ({
      key: pageKey(page),
      title: page.descriptor.title,
      shows: factSays(page.descriptor.fact),
      host: hostLabel(page.host),
      learnedOn: page.learnedAt.slice(0, 10).split('-').reverse().join('/'),
      ...('problem' in checked(page.descriptor) && { unread: UNREAD }),
    })),
    hosts: hostsOf(pages, schools, sites),
    host,
  };
}

/** Kept by another version, which knew more or otherwise: it is left where it is, and said. */
const UNREAD =
  'Cette version de Vigie ne sait pas la lire : mettez Vigie à jour, ou retirez cette page puis apprenez-la à nouveau.';

function checked(descriptor: ScreenDescriptor) {
  return parseDescriptor(JSON.stringify(descriptor));
}

/** A page under the name that was typed, or why it cannot bear it, in French, with what to do. */
export function renamedPage(
  { host, descriptor }: LearnedPage,
  typed: string,
  pages: readonly LearnedPage[],
): { descriptor: ScreenDescriptor } | { refusal: string } {
  const title = typed.replace(/\s+/g, ' ').trim();
  const fault = titleFault(title);
  if (fault) return { refusal: fault };
  const [ent = ''] = descriptor.id.split('/');
  const id = ownPageId(ent as EntId, title);
  if (id !== descriptor.id && pages.some((page) => page.host === host && page.descriptor.id === id))
    return {
      refusal: `Une autre page apprise s’appelle déjà « ${title} » sur cet ENT : choisissez un autre nom.`,
    };
  const parsed = checked({ ...descriptor, id, title });
  return 'problem' in parsed ? { refusal: parsed.problem } : parsed;
}

/** What tells a page from the others. */
export function pageKey({ host, descriptor }: LearnedPage): string {
  return `${host} ${descriptor.id}`;
}

/** Another version of Vigie may have known other kinds of facts. */
function factSays(fact: string): string {
  return Object.hasOwn(FACT_FIELDS, fact) ? FACT_FIELDS[fact as DescribedFact].says : fact;
}

function hostLabel(host: string): string {
  return portalName(host) === host ? host : `${portalName(host)} (${host})`;
}

function hostsOf(
  pages: readonly LearnedPage[],
  schools: readonly KnownSchool[],
  sites: readonly string[],
): LearnedView['hosts'] {
  const named = schools.map(({ host, name }) => ({ host, label: `${name} (${host})` }));
  const others = [...pages.map(({ host }) => host), ...sites].map((host) => ({
    host,
    label: knownHost(host)?.host === host ? `tout ${hostLabel(host)}` : host,
  }));
  return [...new Map([...others, ...named].map((one) => [one.host, one])).values()];
}

/** A page as it was handed over, or why it is not taken, in French, with what to do. */
export function receivedPage(
  json: string,
  host: string,
  pages: readonly LearnedPage[],
): { descriptor: ScreenDescriptor } | { refusal: string } {
  if (host === '')
    return { refusal: 'Choisissez d’abord l’ENT où cette page se lit, puis redonnez le fichier.' };
  const parsed = parseDescriptor(json);
  if ('problem' in parsed) return { refusal: parsed.problem };
  const { descriptor } = parsed;
  const ent = knownHost(host)?.ent;
  if (ent && !descriptor.id.startsWith(`${ent}/`))
    return {
      refusal: `Cette page a été apprise sur un ENT d’une autre famille que ${portalName(host)}\u00A0: elle ne s’y lirait pas. Choisissez un autre ENT.`,
    };
  if (pages.some((page) => page.host === host && page.descriptor.id === descriptor.id))
    return {
      refusal: `Une page apprise s’appelle déjà «\u00A0${descriptor.title}\u00A0» sur cet ENT. Renommez-la ou retirez-la d’abord, puis redonnez le fichier.`,
    };
  return { descriptor };
}
