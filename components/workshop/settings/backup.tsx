import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { FileButton } from '@/components/workshop/file-button';
import { RefusalsNotice } from '@/components/workshop/problem-notice';
import type { BackupView, OwnSettingsActs, PersistenceView, PreviewView } from './view';

/** One file with everything, and the way back from it. */
export function Backup({ backup, acts }: { backup: BackupView; acts: OwnSettingsActs }) {
  const id = useId();
  const [decisions, setDecisions] = useState(true);
  const [files, setFiles] = useState(false);
  const { last, due, keptFiles, busy, refusals, preview } = backup;
  return (
    <section class="card" aria-labelledby="backup">
      <h2 id="backup">Sauvegarde</h2>
      <p>
        Tout ce que Vigie garde n’est que dans ce navigateur. Une sauvegarde le met dans un fichier, à ranger
        où vous voulez, et à restaurer ici ou sur un autre poste.
      </p>
      {due && <p class="notice review">{due}</p>}
      <p class="small">{last}</p>
      <ul class="choices">
        <li>
          <input
            id={`${id}-decisions`}
            type="checkbox"
            checked={decisions}
            aria-describedby={`${id}-decisions-about`}
            onChange={(event) => setDecisions(event.currentTarget.checked)}
          />
          <div>
            <label for={`${id}-decisions`}>Avec vos décisions sur des personnes</label>
            <p class="small" id={`${id}-decisions-about`}>
              « Même personne », « À garder »… : des empreintes, sans nom ; rangez tout de même le fichier à
              l’abri.
            </p>
          </div>
        </li>
        {keptFiles && (
          <li>
            <input
              id={`${id}-files`}
              type="checkbox"
              checked={files}
              aria-describedby={`${id}-files-about`}
              onChange={(event) => setFiles(event.currentTarget.checked)}
            />
            <div>
              <label for={`${id}-files`}>Avec l’export de référence conservé</label>
              <p class="small" id={`${id}-files-about`}>
                Il contient des noms et des dates de naissance : la sauvegarde en contiendrait aussi.
              </p>
            </div>
          </li>
        )}
      </ul>
      <div class="line">
        <button
          type="button"
          class="primary"
          disabled={busy}
          onClick={() => acts.saveBackup({ decisions, files: files && keptFiles })}
        >
          Enregistrer une sauvegarde
        </button>
        <FileButton
          label="Restaurer une sauvegarde…"
          disabled={busy}
          onGive={([file]) => file && acts.giveBackup(file)}
        />
      </div>
      {busy && <p role="status">Lecture…</p>}
      {refusals.length > 0 && (
        <RefusalsNotice title="Cette sauvegarde est refusée, et rien n’a été changé :" reasons={refusals} />
      )}
      {preview && <Preview preview={preview} busy={busy} acts={acts} />}
      <Persistence persistence={backup.persistence} acts={acts} />
    </section>
  );
}

function Preview(props: { preview: PreviewView; busy: boolean; acts: OwnSettingsActs }) {
  const { preview, busy, acts } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="notice accent preview">
      <h3 ref={heading} tabIndex={-1}>
        {preview.title}
      </h3>
      <p>
        Rien de ce qui est ici n’est retiré. Quand une même chose a été changée des deux côtés, la plus
        récente est gardée.
      </p>
      {preview.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section class="scroll" tabIndex={0} aria-label="Ce que la restauration ferait">
          <table>
            <thead>
              <tr>
                <th scope="col">Quoi</th>
                <th scope="col">Ajouté</th>
                <th scope="col">Changé</th>
                <th scope="col">Laissé tel quel</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map(({ id, what, added, changed, kept }) => (
                <tr key={id}>
                  <th scope="row">{what}</th>
                  <td>{added}</td>
                  <td>{changed}</td>
                  <td>{kept}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {preview.notes.length > 0 && (
        <ul class="bullets">
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {preview.nothing && (
        <p>
          <strong>Tout ce que contient cette sauvegarde est déjà ici.</strong>
        </p>
      )}
      <div class="line">
        <button type="button" onClick={acts.cancelRestore} disabled={busy}>
          {preview.nothing ? 'Fermer' : 'Ne rien restaurer'}
        </button>
        {!preview.nothing && (
          <button type="button" class="primary" onClick={acts.restore} disabled={busy}>
            Restaurer
          </button>
        )}
      </div>
    </div>
  );
}

function Persistence({ persistence, acts }: { persistence: PersistenceView; acts: OwnSettingsActs }) {
  return (
    <div class="persistence">
      <p class="small">{persistence.says}</p>
      {persistence.askable && (
        <button type="button" onClick={acts.askPersistence}>
          Demander au navigateur de les garder
        </button>
      )}
    </div>
  );
}
