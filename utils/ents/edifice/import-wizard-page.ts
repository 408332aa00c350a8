import type { RosterRole } from '@/utils/core/roster-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { importReportOn, reportPlaces } from './import-report';
import { isSpinning, route } from './screen';

const ID = 'edifice/import-wizard';
/** Names of the two boxes, which are also the keys of what is said about them. */
const PREDELETE = 'predeleteOption';
const TRANSITION = 'transitionOption';
/** The file fields are named after the profiles, and their boxes after them: `Student`, `StudentCB`. */
const ROLES: Readonly<Record<string, RosterRole>> = {
  Student: 'pupil',
  Relative: 'parent',
  Teacher: 'teacher',
  Personnel: 'staff',
  Guest: 'guest',
};

/**
 * « Imports / Exports » › « Importer des utilisateurs »: five steps, all in the document at once; the fourth, « Rapport
 * intermédiaire », is the one whose « Suivant » imports (domain Edifice §2.6, §10.1).
 */
export const importWizardPage: Page = {
  id: ID,
  title: 'Import CSV',

  recognise(_document, url) {
    const [, section, tab] = route(url);
    return section === 'imports-exports' && tab === 'import-csv';
  },

  isLoading: isSpinning,

  gather(document) {
    const wizard = document.querySelector('ode-import-csv ode-wizard');
    const predelete = box(document, PREDELETE);
    const transition = box(document, TRANSITION);
    if (!wizard || !predelete || !transition)
      throw new Unreadable(
        'les cases «\u00A0Pré-supprimer…\u00A0» et «\u00A0Changement d’année scolaire\u00A0» sont introuvables',
      );
    return {
      importWizard: {
        items: [
          {
            at: { in: 'page', page: ID, key: '' },
            predelete: predelete.checked,
            transition: transition.checked,
            automatic: wizard.querySelector('message-box .is-warning') !== null,
          },
        ],
        complete: true,
      },
      ...importReportOn(document),
    };
  },

  places(document) {
    const wizard = document.querySelector('ode-import-csv ode-wizard .wizard-menu');
    const lines = [PREDELETE, TRANSITION].flatMap((name) => {
      const label = box(document, name)?.closest('label, div');
      return label ? [[name, label] as const] : [];
    });
    return new Map([...(wizard ? [['', wizard] as const] : []), ...lines, ...reportPlaces(document)]);
  },

  // What the lines would do is read, never for whom: that is why nothing else knows of these names.
  named: (document) => document.querySelectorAll('ode-import-csv table.report tbody'),

  irreversible(target, document) {
    if (!target.closest('.wizard-content-nav__button--next')) return undefined;
    if (!document.querySelector('ode-wizard ode-step.active table.report')) return undefined;
    if (box(document, TRANSITION)?.checked) return { action: 'import-with-transition', key: TRANSITION };
    return box(document, PREDELETE)?.checked
      ? { action: 'import-with-predeletion', key: PREDELETE }
      : { action: 'import-file', key: '' };
  },

  chosenFiles(document) {
    const fields = document.querySelectorAll<HTMLInputElement>('ode-import-csv input[type="file"]');
    return [...fields].flatMap((field) => {
      const file = field.files?.[0];
      const role = ROLES[field.name];
      // The console forgets the file of a profile that is no longer ticked.
      if (!file || box(document, `${field.name}CB`)?.checked === false) return [];
      return [{ file, ...(role && { roles: [role] }) }];
    });
  },
};

function box(document: Document, name: string): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`ode-import-csv input[name="${name}"]`);
}
