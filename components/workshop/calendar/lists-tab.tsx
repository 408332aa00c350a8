import { useId, useRef, useState } from 'preact/hooks';
import { RefusalsNotice } from '@/components/workshop/problem-notice';
import type { CalendarActs, ListChoice, SchoolView } from './view';

/** Which lists the school follows, and those that somebody wrote for it. */
export function ListsTab({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  const followed = school.lists.filter((list) => list.followed).length;
  const rivals = school.lists.filter((list) => list.followed && !list.optional && !list.imported);
  return (
    <>
      <section class="card" aria-labelledby="lists-title">
        <h2 id="lists-title">Listes suivies</h2>
        {rivals.length > 1 && (
          <p class="notice review" role="status">
            {rivals.map(({ title }) => `« ${title} »`).join(' et ')} sont suivies ensemble : leurs étapes et
            leurs dates se contredisent là où elles parlent de la même chose. D’ordinaire, un établissement
            n’en suit qu’une. Décochez celle qui n’est pas la sienne ; ce que vous y avez coché reste gardé.
          </p>
        )}
        <ul class="lists">
          {school.lists.map((list) => (
            <List
              key={list.id}
              list={list}
              // The last one cannot be left: there would be nothing to follow.
              locked={school.archived !== undefined || (list.followed && followed === 1)}
              acts={acts}
            />
          ))}
        </ul>
      </section>
      <Import acts={acts} />
    </>
  );
}

function List({ list, locked, acts }: { list: ListChoice; locked: boolean; acts: CalendarActs }) {
  const id = useId();
  return (
    <li>
      <input
        id={id}
        type="checkbox"
        checked={list.followed}
        disabled={locked}
        aria-describedby={`${id}-about`}
        onChange={(event) => acts.follow(list.id, event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <strong>{list.title}</strong>
          {list.imported && <span class="tag over">Importée</span>}
          {list.optional && <span class="tag over">En plus d’une autre</span>}
        </label>
        <p class="small" id={`${id}-about`}>
          {list.about}
        </p>
        <p class="line">
          <button type="button" class="quiet" onClick={() => acts.exportList(list.id)}>
            Enregistrer comme modèle<span class="visually-hidden"> : {list.title}</span>
          </button>
          {list.followed && (
            <button type="button" class="quiet" onClick={() => acts.exportAgenda(list.id)}>
              Enregistrer pour un agenda<span class="visually-hidden"> : {list.title}</span>
            </button>
          )}
          {list.imported && (
            <button type="button" class="quiet" onClick={() => acts.removeList(list.id)}>
              Retirer<span class="visually-hidden"> la liste : {list.title}</span>
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

function Import({ acts }: { acts: CalendarActs }) {
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const read = async (file: File | undefined) => {
    if (!file) return;
    setRefusals(await acts.importList(file));
    // The same file, once mended, must be given again.
    if (input.current) input.current.value = '';
  };
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Importer une liste</h2>
      <p>
        Un référent peut écrire une liste pour ses établissements, avec les dates de leur ENT : partez d’un
        modèle enregistré ci-dessus, changez-le dans un éditeur de texte, puis donnez-le ici et partagez-le.
      </p>
      <label for={id}>Fichier de liste (.json)</label>
      <input
        id={id}
        ref={input}
        type="file"
        accept=".json,application/json"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      {refusals.length > 0 && (
        <RefusalsNotice title="Cette liste est refusée, et rien n’a été changé :" reasons={refusals} />
      )}
    </section>
  );
}
