import { NotConcluded } from './conclusion';
import { DropZone } from './drop-zone';
import { KeepReference } from './keep-reference';
import { Results } from './results';
import type { ControlView, WorkshopActs } from './view';

/** Files in, findings out: the export that the ENT gave, and the file about to be imported into it. */
export function ControlSection({ control, acts }: { control: ControlView; acts: WorkshopActs }) {
  const { reference, toImport, keep, busy, refusal, results } = control;
  return (
    <>
      <p class="lead">
        Avant d’importer vos fichiers d’utilisateurs, déposez l’export de l’ENT (« Suivi synchro » pour
        itslearning, « Export Transition d’année » pour Edifice) et les fichiers que vous avez préparés. Ils
        sont lus dans ce navigateur et n’en sortent pas.
      </p>
      <div class="zones">
        <DropZone
          zone={reference}
          title="Export de référence de l’ENT"
          hint="L’archive ZIP telle que l’ENT l’a donnée, ou ses fichiers CSV, sans les avoir ouverts dans un tableur."
          busy={busy !== undefined}
          acts={acts}
        >
          <KeepReference keep={keep} acts={acts} />
        </DropZone>
        <DropZone
          zone={toImport}
          title="Fichier(s) à importer"
          hint="Les fichiers CSV que vous avez mis à jour pour la rentrée."
          busy={busy !== undefined}
          acts={acts}
        />
      </div>
      <NotConcluded busy={busy} refusal={refusal} onCancel={acts.cancel} />
      {results && <Results results={results} acts={acts} />}
    </>
  );
}
