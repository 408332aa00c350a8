import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { ImpactIcon } from '@/components/impact-icon';
import type { ExpectedView, PredictionView, WorkshopActs } from './view';

/** What each control announced, beside what the platform says it did. */
export function ExpectedSection({ expected, acts }: { expected: ExpectedView; acts: WorkshopActs }) {
  return (
    <>
      <p class="lead">
        Après l’import, ouvrez « Suivi synchro » (itslearning), ou contrôlez l’établissement depuis la console
        (Edifice) : ce qui a été fait est relevé ici et comparé à l’attendu. Vous pouvez aussi recopier les
        nombres. Un écart se voit tout de suite, tant qu’il est facile à comprendre.
      </p>
      {expected.predictions.length === 0 && (
        <p class="notice">
          Rien n’est encore attendu. Dans <a href="#controle">« Contrôle avant import »</a>, retenez les
          nombres annoncés une fois vos fichiers contrôlés. Aucun nom n’est gardé.
        </p>
      )}
      {expected.predictions.map((prediction) => (
        <Prediction key={prediction.id} prediction={prediction} acts={acts} />
      ))}
    </>
  );
}

/** One profile of one school: what its import was to give, beside what the platform says that it gave. */
export function Prediction(props: {
  prediction: PredictionView;
  acts: Pick<WorkshopActs, 'setFound'> & Partial<Pick<WorkshopActs, 'forgetPrediction'>>;
}) {
  const { prediction, acts } = props;
  const { forgetPrediction } = acts;
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>
        {prediction.school}, {prediction.profile}
      </h2>
      <p class="small">{prediction.when}</p>
      {prediction.seen && <p class="small">{`Constaté\u00A0: ${prediction.seen}`}</p>}
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Comptes</th>
            <th scope="col">Attendu</th>
            <th scope="col">Constaté</th>
            <th scope="col">Écart</th>
          </tr>
        </thead>
        <tbody>
          {prediction.numbers.map((number) => (
            <tr key={number.id}>
              <th scope="row" id={`${id}-${number.id}`}>
                {number.label}
              </th>
              <td>{number.expected}</td>
              <td>
                <input
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  size={6}
                  aria-labelledby={`${id}-${number.id}`}
                  value={number.found}
                  onInput={(event) => acts.setFound(prediction.id, number.id, event.currentTarget.value)}
                />
              </td>
              <td>
                {number.verdict && (
                  <span class={number.agrees ? 'word pass' : 'word serious'}>
                    {number.agrees ? <Icon name="pass" /> : <ImpactIcon grade="serious" size={16} />}
                    {number.verdict}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="status">
        {prediction.gaps.length > 0 && (
          <ul class="bullets">
            {prediction.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        )}
      </div>
      {forgetPrediction && (
        <button type="button" class="quiet" onClick={() => forgetPrediction(prediction.id)}>
          Oublier
          <span class="visually-hidden">{`\u00A0: ${prediction.school}, ${prediction.profile}`}</span>
        </button>
      )}
    </section>
  );
}
