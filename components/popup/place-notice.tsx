import { Icon } from '@/components/icons';
import type { EntId } from '@/utils/core/facts';
import { PortalForm } from './portal-form';
import type { Place, PopupActs, Reads } from './view';

const READ_TODAY =
  'Vigie lit aujourd’hui la console des ENT Edifice (ONE, NEO…), l’administration et les imports d’itslearning, et les écrans de Skolengo où le changement d’année efface quelque chose.';

const WHERE: Record<Reads | 'any', string> = {
  console: 'Ouvrez la « Console d’administration » de votre école : c’est là qu’elle lit.',
  import: 'Ouvrez l’administration (cours, hiérarchie, stratégies) ou un import : c’est là qu’elle lit.',
  screens:
    'Ouvrez l’annuaire, « Qui fait quoi ? », les rubriques, la « Corbeille », le « Blocage des accès ENT », l’import d’emploi du temps ou la boîte de réception : c’est là qu’elle lit.',
  any: 'Ouvrez un écran d’administration : elle n’a encore rien reconnu ici.',
};

const WHAT: Record<Reads | 'any', string> = {
  console: 'elle lit les écrans de la « Console d’administration », et rien d’autre de l’ENT ;',
  import:
    'elle lit l’administration (cours, hiérarchie, stratégies) et les imports, et laisse les autres écrans ;',
  screens:
    'elle lit les écrans de l’annuaire, de « Qui fait quoi ? », des rubriques, des accès et de l’emploi du temps, compte les messages de votre boîte de réception sans lire ni expéditeur ni objet, et laisse les autres écrans ;',
  any: 'elle lit les écrans d’administration qu’elle reconnaît, et laisse les autres ;',
};

/** What the current tab is for us, and what to do about it; nothing when all is well. */
export function PlaceNotice({ place, acts }: { place: Place; acts: PopupActs }) {
  switch (place.kind) {
    case 'active':
      return null;
    case 'inactive':
      return <Inactive place={place} acts={acts} />;
    case 'waiting':
      return (
        <>
          <section class="notice" aria-labelledby="waiting">
            <h2 id="waiting">Vigie est activée sur {place.portal}</h2>
            <p>{WHERE[place.reads ?? 'any']}</p>
            {!place.running && (
              <>
                <p>Si vous y êtes déjà, rechargez la page : elle était ouverte avant l’activation.</p>
                <button type="button" onClick={acts.reloadTab}>
                  Recharger la page
                </button>
              </>
            )}
          </section>
          {place.teachable && <Teach acts={acts} dossier={place.dossier} />}
        </>
      );
    case 'excluded':
      return (
        <section class="notice" aria-labelledby="excluded">
          <h2 id="excluded">Vigie ne lit rien ici</h2>
          <p>
            « {place.host} » sert à se connecter ou à d’autres usages que l’administration. Ouvrez l’ENT
            lui-même.
          </p>
        </section>
      );
    case 'elsewhere':
      return (
        <section class="notice" aria-labelledby="elsewhere">
          <h2 id="elsewhere">Cet onglet n’est pas un ENT connu</h2>
          <p>{READ_TODAY} Ouvrez votre ENT, puis rouvrez cette fenêtre.</p>
          <PortalForm onAsk={acts.activateTyped} />
        </section>
      );
  }
}

/** What can be done about a page that Vigie does not read. */
function Teach({ acts, dossier }: { acts: PopupActs; dossier: EntId | undefined }) {
  return (
    <section class="notice" aria-labelledby="teach">
      <h2 id="teach">Cette page n’est pas reconnue{'\u202F'}?</h2>
      <p class="small">
        Montrez à Vigie la liste ou le formulaire à lire, ou enregistrez la structure de la page, sans aucun
        de ses mots, pour la transmettre au projet.
      </p>
      <p class="line">
        <button type="button" onClick={() => acts.teach('learn')}>
          Apprendre cette page
        </button>
        <button type="button" onClick={() => acts.teach('capture')}>
          Capture anonymisée
        </button>
        {dossier && (
          <button type="button" onClick={() => acts.openDossier(dossier)}>
            Dossier de support
          </button>
        )}
      </p>
    </section>
  );
}

function Inactive({ place, acts }: { place: Extract<Place, { kind: 'inactive' }>; acts: PopupActs }) {
  return (
    <section class="notice accent" aria-labelledby="inactive">
      <h2 id="inactive">{place.portal}</h2>
      <p>Vigie n’est pas encore activée sur cet ENT. Une fois activée :</p>
      <ul class="bullets">
        <li>{WHAT[place.reads ?? 'any']}</li>
        <li>elle ne clique, n’envoie et ne modifie rien ;</li>
        <li>rien ne sort de ce navigateur, et aucun nom n’est conservé.</li>
      </ul>
      <button type="button" class="primary" onClick={() => acts.activate(place.host)}>
        <Icon name="shield" />
        Activer sur cet ENT
      </button>
      <p class="small">
        Votre navigateur va demander une confirmation. Vous pourrez revenir dessus à tout moment.
      </p>
    </section>
  );
}
