import { Icon } from '@/components/icons';
import { counted } from './counted';
import { ProblemList } from './file-card';
import type { CorrectedFileView, CorrectionsView } from './results-view';
import type { WorkshopActs } from './view';

/** The corrected files: what to put back, how many cells that changes, then the files themselves. */
export function Corrections({ corrections, acts }: { corrections: CorrectionsView; acts: WorkshopActs }) {
  const { total, chosen, undecided, kinds, files } = corrections;
  return (
    <section class="card corrections" aria-labelledby="corrections">
      <h2 id="corrections">Fichier corrigé</h2>
      <p>
        Vigie peut remettre dans votre fichier les valeurs de l’export qui forment la clé. Seules les cellules
        choisies changent : séparateur, guillemets, encodage et ordre des lignes restent les vôtres.
      </p>
      {undecided > 0 && (
        <p class="small">
          {counted(undecided, 'personne attend', 'personnes attendent')} votre décision ci-dessus : rien n’est
          remis pour elles tant que vous n’avez pas répondu « Même personne ».
        </p>
      )}
      <fieldset>
        <legend>
          {counted(chosen, 'personne choisie', 'personnes choisies')} sur {total}
        </legend>
        <div class="line">
          <button
            type="button"
            disabled={chosen >= total - undecided}
            onClick={() => acts.chooseCorrections(undefined, true)}
          >
            Tout choisir
          </button>
          <button
            type="button"
            disabled={chosen === 0}
            onClick={() => acts.chooseCorrections(undefined, false)}
          >
            Ne rien choisir
          </button>
        </div>
        <ul class="cohort">
          {kinds.map(({ kind, label, count, chosen: on }) => (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  onChange={(event) => acts.chooseCorrections(kind, event.currentTarget.checked)}
                />
                <span>
                  {label} <span class="small">{counted(count, 'personne')}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <ul class="corrected">
        {files.map((file) => (
          <Corrected key={file.id} file={file} />
        ))}
      </ul>
      <p>
        <button type="button" class="primary" onClick={acts.writeCorrected}>
          Préparer {files.length > 1 ? 'les fichiers corrigés' : 'le fichier corrigé'}
        </button>
      </p>
    </section>
  );
}

function Corrected({ file }: { file: CorrectedFileView }) {
  return (
    <li>
      <p>
        <strong>{file.name}</strong> : {cells(file.cells)}
      </p>
      {file.ready && (
        <p class="line">
          <a class="button primary" href={file.ready.href} download={file.newName}>
            <Icon name="open" />
            Télécharger {file.newName}
          </a>
          {file.ready.identical && (
            <span class="small">Identique à votre fichier, octet pour octet : rien n’y est corrigé.</span>
          )}
        </p>
      )}
      <ProblemList problems={file.problems} />
    </li>
  );
}

function cells(count: number): string {
  if (count === 0) return 'aucune cellule changée';
  return counted(count, 'cellule changée', 'cellules changées');
}
