import { Icon } from '@/components/icons';
import { ProblemList } from './file-card';
import type { CorrectionsView, WorkshopActs } from './view';

/** The corrected files: how many cells change, then the files themselves. Nothing else in them changes. */
export function Corrections({ corrections, acts }: { corrections: CorrectionsView; acts: WorkshopActs }) {
  const { total, chosen, files } = corrections;
  return (
    <section class="card corrections" aria-labelledby="corrections">
      <h2 id="corrections">Fichier corrigé</h2>
      <p>
        Vigie peut remettre les valeurs de l’export dans votre fichier. Seules les cellules choisies
        changent : séparateur, guillemets, encodage et ordre des lignes restent les vôtres.
      </p>
      <p class="line">
        <strong>
          {chosen} corrections choisies sur {total}
        </strong>
        <button
          type="button"
          disabled={chosen === total}
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
      </p>
      <ul class="corrected">
        {files.map((file) => (
          <li key={file.id}>
            <p>
              <strong>{file.name}</strong> {cells(file.cells)}
            </p>
            {file.ready && (
              <p class="line">
                <a class="button primary" href={file.ready.href} download={file.newName}>
                  <Icon name="open" />
                  Télécharger {file.newName}
                </a>
                {file.ready.identical && (
                  <span class="small">
                    Identique à votre fichier, octet pour octet : rien n’y est corrigé.
                  </span>
                )}
              </p>
            )}
            <ProblemList problems={file.problems} />
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={acts.writeCorrected}>
        Préparer {files.length > 1 ? 'les fichiers corrigés' : 'le fichier corrigé'}
      </button>
    </section>
  );
}

function cells(count: number): string {
  if (count === 0) return 'aucune cellule changée';
  return count === 1 ? '1 cellule changée' : `${count} cellules changées`;
}
