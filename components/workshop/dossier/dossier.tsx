import { ImpactIcon } from '@/components/impact-icon';
import { CopyField } from '@/components/workshop/copy-field';
import { DropTarget } from '@/components/workshop/drop-target';
import { FindingGroup } from '@/components/workshop/finding-group';
import type { DossierActs, DossierView, ReplayedRuleView } from './view';

/** A dossier that somebody handed on: what it says, and what the rules conclude of its facts here. */
export function DossierSection({ view, acts }: { view: DossierView; acts: DossierActs }) {
  const { busy, problem, read } = view;
  return (
    <div class="dossiers">
      <p class="lead">
        « Dossier de support », dans le panneau de Vigie sur une page de l’ENT, dit ce qui a été lu et conclu
        sans nommer personne. Déposez ici celui que l’on vous a transmis : il n’est ni gardé, ni envoyé.
      </p>
      <section class="zone" aria-labelledby="dossier-file">
        <h2 id="dossier-file">Dossier reçu</h2>
        <DropTarget
          title="Fichier du dossier"
          hint={read ? read.name : 'Le fichier « vigie-dossier.json ».'}
          filled={read !== undefined}
          busy={busy}
          accept=".txt,.json"
          onGive={acts.give}
          onRemove={acts.remove}
        />
      </section>
      {problem && (
        <p class="notice critical" role="alert">
          {problem}
        </p>
      )}
      {read && (
        <>
          <section class="card" aria-labelledby="dossier-sheet">
            <h2 id="dossier-sheet">Ce que dit le dossier</h2>
            <CopyField label="Dossier" text={read.sheet} long acts={acts} />
          </section>
          <section aria-labelledby="dossier-replay">
            <h2 id="dossier-replay">Contrôles rejoués ici</h2>
            <p class={`notice ${read.agrees ? 'pass' : 'review'}`}>{read.verdict}</p>
            {read.rules.length > 0 && <Rules rules={read.rules} replayed={read.replayed} />}
          </section>
          {read.groups.map((group) => (
            <FindingGroup key={group.id} group={group} acts={acts} />
          ))}
        </>
      )}
    </div>
  );
}

function Rules({ rules, replayed }: { rules: readonly ReplayedRuleView[]; replayed: boolean }) {
  return (
    <section class="scrolls" aria-label="Issue de chaque contrôle">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Contrôle</th>
            <th scope="col">Dans le dossier</th>
            {replayed && <th scope="col">Rejoué ici</th>}
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, title, was, is, grade, same, why }) => (
            <tr key={rule} data-rule={rule}>
              <th scope="row">
                {title} <span class="small">{rule}</span>
                {why && <span class="small why">{why}</span>}
              </th>
              <td>{was}</td>
              {replayed && (
                <td>
                  <span class={`replayed${grade ? ` ${grade}` : ''}`}>
                    {grade && <ImpactIcon grade={grade} size={16} />}
                    {is}
                    {!same && <strong class="tag review">Autre issue</strong>}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
