import { useState } from 'preact/hooks';
import '@/components/workshop/dossier/dossier.css';
import { DossierSection } from '@/components/workshop/dossier/dossier';
import type { DossierActs } from '@/components/workshop/dossier/view';
import { DossierFileError, isTooLarge, readDossier, TOO_LARGE } from '@/utils/report/dossier-file';
import { copyIn } from '../copy-in';
import type { SectionProps } from '../own-sections';
import { type OpenDossier, openDossier, PAGE, replayView } from './replay-view';

/** A dossier that was handed on. It stands in memory only, until another section is opened. */
export function DossierPlace({ say }: SectionProps) {
  const [opened, setOpened] = useState<OpenDossier>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});

  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    setBusy(true);
    setProblem(undefined);
    setLimits({});
    try {
      if (isTooLarge(file.size)) throw new DossierFileError(TOO_LARGE);
      setOpened(openDossier(file.name, readDossier(await file.text())));
      say('Dossier lu, contrôles rejoués.');
    } catch (error) {
      setOpened(undefined);
      setProblem(error instanceof DossierFileError ? error.message : UNREADABLE);
    } finally {
      setBusy(false);
    }
  };
  const acts: DossierActs = {
    give: (files) => void read(files),
    remove() {
      setOpened(undefined);
      setProblem(undefined);
    },
    more: (group) => setLimits((now) => ({ ...now, [group]: (now[group] ?? PAGE) + 5 * PAGE })),
    copy: copyIn(say),
  };
  return (
    <DossierSection
      view={{ busy, ...(problem && { problem }), ...(opened && { read: replayView(opened, limits) }) }}
      acts={acts}
    />
  );
}

const UNREADABLE =
  'Le navigateur n’a pas pu lire ce fichier : il a peut-être été déplacé. Choisissez-le à nouveau.';
