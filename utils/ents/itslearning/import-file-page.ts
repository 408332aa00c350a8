import type { ImportedFile } from '@/utils/core/import-wizard-facts';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { isLabel, type Label, norm, wordings } from '@/utils/reading/labels';
import { saidValues } from '@/utils/reading/said-value';
import { visibleText } from '@/utils/reading/text';
import { FILE_KEY, FILE_LABEL, KEY_PRESENT, NEXT } from './import-words';

const ID = 'itslearning/import-edt-file';
const ENCRYPTED: Label = ['Fichier encrypté', 'Fichier chiffré', 'Encrypted file'];
const CLICKABLE = 'button, a, [role="button"], input[type="submit"], input[type="button"]';

/** The step of « Import EDT » that shows the school code of the file that was sent (source 001 §3.4). */
export const importFilePage: Page = {
  id: ID,
  title: 'Import EDT, vérification du code RNE',

  // Both labels are of this step alone: either tells it, so that one of them may change.
  recognise: (document) => labelled(document, [...wordings(FILE_LABEL), ...wordings(KEY_PRESENT)]).length > 0,

  gather(document) {
    const [uai, other] = codesOn(document);
    if (!uai || other)
      throw new Unreadable(
        `le code RNE, après «\u00A0${FILE_KEY}\u00A0», est introuvable, ou il y en a plusieurs`,
      );
    const at = { in: 'page', page: ID, key: FILE_KEY } as const;
    const encrypted = flag(document, ENCRYPTED);
    const keyPresent = flag(document, KEY_PRESENT);
    const file: ImportedFile = {
      at,
      uai,
      ...(encrypted !== undefined && { encrypted }),
      ...(keyPresent !== undefined && { keyPresent }),
    };
    const timetable: TimetableFile = { at, form: encrypted === false ? 'clear' : 'encrypted', uai };
    return {
      importFiles: { items: [file], complete: true },
      timetableFiles: { items: [timetable], complete: true },
    };
  },

  places(document) {
    const [said] = labelled(document, FILE_LABEL);
    return new Map(said ? [[FILE_KEY, said]] : []);
  },

  irreversible(target, document) {
    const clicked = target.closest(CLICKABLE);
    const words = clicked && (visibleText(clicked) || (clicked.getAttribute('value') ?? ''));
    if (!words || !isLabel(words, NEXT) || codesOn(document).length !== 1) return undefined;
    return { action: 'import-file', key: FILE_KEY };
  },
};

function labelled(document: Document, label: Label): Element[] {
  return saidValues(document.body, label).map(({ line }) => line);
}

/** « 0490856P »; what follows the label is no code as long as the step is loading. */
function codesOn(document: Document): string[] {
  const codes = saidValues(document.body, FILE_LABEL).flatMap(({ value }) => {
    const code = /^\d{7}[a-z](?![a-z0-9])/.exec(value)?.[0];
    return code ? [code.toUpperCase()] : [];
  });
  return [...new Set(codes)];
}

const FLAGS: readonly (readonly [boolean, Label])[] = [
  [true, ['true', 'oui', 'vrai', 'yes']],
  [false, ['false', 'non', 'faux', 'no']],
];

function flag(document: Document, label: Label): boolean | undefined {
  const [said, other] = saidValues(document.body, label);
  if (!said || other) return undefined;
  return FLAGS.find(([, words]) => isLabel(norm(said.value), words))?.[0];
}
