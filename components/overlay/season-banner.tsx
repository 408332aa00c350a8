/** What presses in the school's year, and the way not to see it again today. */
export function SeasonBanner({ says, hide }: { says: string; hide(): void }) {
  return (
    <div class="season">
      <p>
        <strong>Changement d’année :</strong> {says}.
      </p>
      <button type="button" class="quiet" onClick={hide}>
        Masquer jusqu’à demain
      </button>
    </div>
  );
}
