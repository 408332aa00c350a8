import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { CopyField } from './copy-field';
import { counted } from './counted';
import type { RemovalView, RequestView, WorkshopActs } from './view';

/** The request by which the platform's support removes staff who left: who, which school, and what to send. */
export function RemovalSection({ removal, acts }: { removal: RemovalView; acts: WorkshopActs }) {
  return (
    <>
      <p class="lead">
        Les personnels partis ne sont pas supprimés par un import : l’assistance d’itslearning le fait, à
        partir d’un fichier qui ne contient <strong>que les comptes à supprimer</strong>.
      </p>
      <div class="notice critical">
        <p>
          <strong>N’importez jamais ce fichier vous-même.</strong>
        </p>
        <p>
          Importé avec la case « Mettre à jour tous les utilisateurs » cochée, il supprimerait tous les
          autres.
        </p>
      </div>
      {removal.files.length === 0 ? (
        <p class="notice">
          Déposez d’abord l’export de référence des enseignants ou du personnel dans{' '}
          <a href="#controle">« Contrôle avant import »</a>.
        </p>
      ) : (
        <>
          <People removal={removal} acts={acts} />
          <School removal={removal} acts={acts} />
          {removal.request && <Request request={removal.request} acts={acts} />}
        </>
      )}
    </>
  );
}

function People({ removal, acts }: { removal: RemovalView; acts: WorkshopActs }) {
  const id = useId();
  const { people, found, more, chosen } = removal;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>Qui est parti ?</h2>
      <div class="fields">
        <label>
          Fichier
          <select
            value={removal.files.find((file) => file.chosen)?.id}
            onChange={(event) => acts.removal.chooseFile(Number(event.currentTarget.value))}
          >
            {removal.files.map((file) => (
              <option key={file.id} value={file.id}>
                {file.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Rechercher
          <input
            type="search"
            autocomplete="off"
            value={removal.search}
            onInput={(event) => acts.removal.search(event.currentTarget.value)}
          />
        </label>
      </div>
      <p class="line">
        <span>{found === 0 ? 'Personne ne correspond.' : counted(found, 'compte')}</span>
        <strong>{chosen} à supprimer</strong>
      </p>
      <ul class="people">
        {people.map(({ row, name, detail, chosen: picked }) => (
          <li key={row}>
            <label>
              <input
                type="checkbox"
                checked={picked}
                onChange={(event) => acts.removal.pick(row, event.currentTarget.checked)}
              />
              <span>
                <span class="name">{name}</span>
                <span class="small">{detail}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" onClick={acts.removal.more}>
          Afficher plus ({more})
        </button>
      )}
    </section>
  );
}

function School({ removal, acts }: { removal: RemovalView; acts: WorkshopActs }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>Votre établissement</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          acts.removal.prepare();
        }}
      >
        <div class="fields">
          <label>
            Nom de l’établissement
            <input
              type="text"
              required
              value={removal.schoolName}
              onInput={(event) => acts.removal.set({ schoolName: event.currentTarget.value })}
            />
          </label>
          <label>
            Code UAI
            <input
              type="text"
              required
              size={9}
              autocomplete="off"
              value={removal.uai}
              onInput={(event) => acts.removal.set({ uai: event.currentTarget.value })}
            />
          </label>
          <label>
            Profil
            <input
              type="text"
              required
              value={removal.profile}
              onInput={(event) => acts.removal.set({ profile: event.currentTarget.value })}
            />
          </label>
        </div>
        <button type="submit" class="primary" disabled={removal.chosen === 0}>
          Préparer la demande
        </button>
        {removal.chosen === 0 && <p class="small">Cochez d’abord au moins une personne.</p>}
      </form>
    </section>
  );
}

function Request({ request, acts }: { request: RequestView; acts: WorkshopActs }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>La demande à envoyer</h2>
      {request.warnings.map((warning) => (
        <p key={warning} class="notice serious">
          {warning}
        </p>
      ))}
      <p>
        <a class="button primary" href={request.href} download={request.fileName}>
          <Icon name="open" />
          Télécharger le fichier à joindre
        </a>
      </p>
      <p class="small">{request.fileName}</p>
      <CopyField label="À" text={request.to} acts={acts} />
      <CopyField label="Objet" text={request.subject} acts={acts} />
      <CopyField label="Message" text={request.body} long acts={acts} />
    </section>
  );
}
