import { useEffect, useRef } from 'preact/hooks';
import { KeepReference } from './keep-reference';
import type { KeepView, SettingsView, WorkshopActs } from './view';

/** What is kept on this computer, and how to be rid of it. */
export function SettingsSection(props: {
  settings: SettingsView;
  keep: KeepView;
  demonstration: boolean;
  acts: WorkshopActs;
}) {
  const { settings, keep, demonstration, acts } = props;
  return (
    <>
      {keep.until && (
        <section class="card" aria-labelledby="kept">
          <h2 id="kept">Export de référence</h2>
          <KeepReference keep={keep} acts={acts} />
        </section>
      )}
      <section class="card" aria-labelledby="demonstration">
        <h2 id="demonstration">Mode démonstration</h2>
        <p>
          Pour partager votre écran : les noms des personnes sont masqués dans le panneau, le tableau de bord
          de l’extension et l’atelier, et sur les écrans d’administration de l’ENT que Vigie lit ; un écran
          d’administration qu’elle ne lit pas est masqué en entier. Restent visibles : les autres pages de
          l’ENT (messagerie, actualités, cahier de textes…), les titres d’onglets et les messages du
          navigateur.
        </p>
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={demonstration}
            aria-checked={demonstration}
            onChange={(event) => acts.demonstrate(event.currentTarget.checked)}
          />
          Masquer les noms
        </label>
      </section>
      <section class="card" aria-labelledby="erase">
        <h2 id="erase">Tout effacer</h2>
        <p>Efface de ce navigateur tout ce que Vigie a gardé :</p>
        <ul class="bullets">
          <li>
            les établissements vus, les étapes cochées ou ajoutées, les notes, les dates, le journal, les
            listes importées et les résultats des contrôles ;
          </li>
          <li>l’export de référence conservé, les colonnes nommées à la main ;</li>
          <li>vos décisions « Même personne » ou « Personnes différentes », et les nombres attendus ;</li>
          <li>le dernier fichier d’emploi du temps de chaque établissement, et ses cours attendus ;</li>
          <li>les mots ajoutés à « Pages et vocabulaire », le mode d’import de l’emploi du temps ;</li>
          <li>ce que dit « État des contrôles », les détecteurs éteints, le mode démonstration ;</li>
          <li>
            la place du bouton sur les pages, les portails saisis à la main, les réglages ci-dessus et la
            trace de ce qui a été mis dans un agenda.
          </li>
        </ul>
        <p class="small">
          Les fichiers de votre ordinateur ne sont pas touchés, l’ENT non plus. Les accès accordés à un ENT se
          retirent dans la page des extensions du navigateur.
        </p>
        <Erase erasing={settings.erasing} acts={acts} />
      </section>
    </>
  );
}

/** Two steps: the second button is not under the first, and the safe one has the focus. */
function Erase({ erasing, acts }: { erasing: SettingsView['erasing']; acts: WorkshopActs }) {
  const keepAll = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (erasing === 'asked') keepAll.current?.focus();
  }, [erasing]);
  if (erasing === 'done') {
    return (
      <p class="notice pass">
        <strong>Tout est effacé.</strong> Il ne reste rien de Vigie dans ce navigateur, hors l’extension
        elle-même.
      </p>
    );
  }
  if (erasing === 'idle') {
    return (
      <button type="button" onClick={acts.askErase}>
        Tout effacer…
      </button>
    );
  }
  return (
    <div
      class="notice critical"
      role="alertdialog"
      aria-labelledby="erase-sure"
      aria-describedby="erase-lost"
    >
      <p id="erase-sure">
        <strong>Tout effacer, définitivement ?</strong>
      </p>
      <p id="erase-lost">
        Les étapes cochées et les notes seront perdues. On ne peut pas revenir en arrière.
      </p>
      <div class="line">
        <button ref={keepAll} type="button" onClick={acts.cancelErase} disabled={erasing === 'erasing'}>
          Ne rien effacer
        </button>
        <button type="button" class="danger" onClick={acts.erase} disabled={erasing === 'erasing'}>
          Oui, tout effacer
        </button>
      </div>
    </div>
  );
}
