import type { CorrectionChoice, ListedPair } from './protocol';
import { linkTo } from './removal-acts';
import type { Session } from './session';

/** True when a choice puts a couple back: named, or of a kind that is, and not left out. */
export function isChosen({ id, kinds, settled }: ListedPair, choice: CorrectionChoice): boolean {
  if (choice.removed.includes(id)) return false;
  return choice.added.includes(id) || (settled && kinds.some((kind) => choice.kinds.includes(kind)));
}

/** Takes a choice and counts what it would change. Files prepared for another choice are dropped. */
export async function choose(session: Session, choice: CorrectionChoice): Promise<void> {
  for (const { href } of Object.values(session.state.corrections.written))
    if (href) URL.revokeObjectURL(href);
  session.update({ corrections: { ...session.state.corrections, choice, written: {} } });
  const preview = await session.ask(() => session.clerk.ask('preview', choice));
  const now = session.state.corrections;
  if (preview && now.choice === choice) session.update({ corrections: { ...now, preview } });
}

export async function chooseOne(session: Session, pair: string, chosen: boolean): Promise<void> {
  const { kinds, added, removed } = session.state.corrections.choice;
  const others = (ids: readonly string[]) => ids.filter((id) => id !== pair);
  await choose(session, {
    kinds,
    added: chosen ? [...others(added), pair] : others(added),
    removed: chosen ? others(removed) : [...others(removed), pair],
  });
}

/** Chooses or leaves a kind; without one, all of them, and what had been left out one by one with them. */
export async function chooseKind(session: Session, kind: string | undefined, chosen: boolean): Promise<void> {
  const { choice, preview } = session.state.corrections;
  if (kind === undefined) {
    const kinds = chosen ? (preview?.kinds ?? []).map((one) => one.kind) : [];
    await choose(session, { kinds, added: [], removed: [] });
    return;
  }
  const others = choice.kinds.filter((one) => one !== kind);
  await choose(session, { ...choice, kinds: chosen ? [...others, kind] : others });
}

/** Writes the files with the corrections chosen, ready to be downloaded. */
export async function write(session: Session): Promise<void> {
  const { choice } = session.state.corrections;
  const files = await session.ask(() => session.clerk.ask('correct', choice));
  const now = session.state.corrections;
  if (!files || now.choice !== choice) return;
  const written = Object.fromEntries(
    files.map((file) => [file.id, { ...file, ...(file.bytes ? { href: linkTo(file.bytes) } : {}) }]),
  );
  session.update({ corrections: { ...now, written } });
  const ready = files.filter(({ bytes }) => bytes).length;
  session.say(ready === 1 ? 'Fichier corrigé prêt.' : `${ready} fichiers corrigés prêts.`);
}
