import type { Profile } from '@/utils/core/facts';
import type { Action } from '@/utils/core/rule';
import type { AttachmentLine, OpenUser } from '@/utils/core/screen-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { textOf } from '@/utils/reading/text';
import { personKey, profileOf } from './list';
import { isSpinning, route, schoolOn, userPath } from './screen';

const ID = 'edifice/user';

/**
 * The screen of one person, beside the list (domain Edifice §2.4). The panel is reused from person to person and the
 * address follows late (§10.3.3–4): everything is read from the panel itself, at the moment of asking.
 */
export const userPage: Page = {
  id: ID,
  title: 'Fiche d’un utilisateur',

  recognise(_document, url) {
    const [, section, list, userId, tab] = route(url);
    return section === 'users' && list === 'list' && Boolean(userId) && tab === 'details';
  },

  isLoading: isSpinning,

  gather(document, url) {
    const panel = panelOf(document);
    if (!panel) throw new Unreadable('la fiche n’est pas à sa place habituelle');
    const header = panel.querySelector('.panel-header');
    const { id, name, profile, key, link } = whoIs(panel, url);
    if (!header || !name) throw new Unreadable('le nom n’est plus en tête de la fiche');
    const source = field(panel, 'source');
    const structures = linesOf(panel);
    const here = schoolOn(document, url)?.name;
    const struck = structures?.some((line) => line.state === 'detached' && line.name === here) ?? false;
    const user: OpenUser = {
      at: { in: 'page', page: ID, key, ...(link && { link }) },
      ...(id && { id }),
      name,
      ...(profile && { profile }),
      ...(source && { source }),
      ...(structures && { structures }),
      detached: struck || header.querySelector('.panel-message i.fa-unlink') !== null,
      preDeleted: header.querySelector('.panel-message i.fa-times-circle') !== null,
    };
    return { openUser: { items: [user], complete: true } };
  },

  places(document) {
    const panel = panelOf(document);
    const title = panel?.querySelector('.user-displayname');
    return new Map(panel && title ? [[whoIs(panel).key, title]] : []);
  },

  named: (document) =>
    document.querySelectorAll(
      ['children', 'relatives', 'duplicates']
        .map((who) => `ode-user-${who}-section .panel-section-content`)
        .join(),
    ),

  irreversible(target, document, url) {
    const panel = panelOf(document);
    const action = panel && actionOf(target, schoolOn(document, url)?.name);
    if (!action) return undefined;
    const { key, link } = whoIs(panel, url);
    return { action, key, ...(link && { link }) };
  },
};

function panelOf(document: Document): Element | null {
  return document.querySelector('ode-user-detail');
}

/** Who the panel shows: by its own identifier, which is there unless « Identité » is folded. */
function whoIs(panel: Element, url?: URL) {
  const pupilClass = textOf(panel.querySelector('.user-displayname .user-class'));
  const shown = textOf(panel.querySelector('.user-displayname'));
  const name = shown.endsWith(pupilClass) ? shown.slice(0, shown.length - pupilClass.length).trim() : shown;
  const profile: Profile | undefined = profileOf(panel.querySelector('.panel-header'));
  const id = field(panel, 'id');
  const school = url && route(url)[0];
  return { id, name, profile, key: personKey(name, profile), link: id && school && userPath(school, id) };
}

/** A field of « Identité », by its language-independent label. */
function field(panel: Element, label: string): string {
  return textOf(
    panel.querySelector(`ode-user-info-section ode-form-field[label="${label}"] .form-field span`),
  );
}

function linesOf(panel: Element): AttachmentLine[] | undefined {
  const section = panel.querySelector('ode-user-structures-section .panel-section-content');
  return section
    ? [...section.querySelectorAll('ul.actions-list > li')].map((line) => ({
        name: textOf(line.querySelector('span')),
        state: line.querySelector('s')
          ? 'detached'
          : line.querySelector('i.fa-times.action')
            ? 'attached'
            : 'out-of-scope',
      }))
    : undefined;
}

/** What a click would do to this person; the red crosses of other schools are none of this school's business. */
function actionOf(target: Element, school: string | undefined): Action | undefined {
  const line = target.closest('ode-user-structures-section i.fa-times.action')?.closest('li');
  if (line) return textOf(line.querySelector('span')) === school ? 'detach-user' : undefined;
  const button = target.closest('button');
  const label = textOf(button);
  if (button?.closest('ode-lightbox')) return label.startsWith(DETACH_WORDS) ? 'detach-user' : undefined;
  if (!button?.querySelector('i.fa-times-circle') || !button.closest('.panel-header-content'))
    return undefined;
  return /^Pré-supprimer/i.test(label) ? 'predelete-user' : 'delete-user';
}

/** In the lightbox that asks before blocking the account of a member of the staff. */
const DETACH_WORDS = 'Retirer de cet établissement';
