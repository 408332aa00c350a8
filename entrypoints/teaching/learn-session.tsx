import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { Draft as DraftWindow } from '@/components/teaching/draft';
import { Pointing } from '@/components/teaching/pointing';
import { Saved } from '@/components/teaching/saved';
import { Target } from '@/components/teaching/target';
import { labelsOf, likelyColumns, outlinedName } from '@/utils/ents/draft-guesses';
import type { DescribedFact } from '@/utils/ents/fact-fields';
import { describe } from '@/utils/ents/page-draft';
import { send } from '@/utils/messages';
import { type Outlined, outlinedAt, outlineOf } from '@/utils/reading/outline';
import { watch } from '@/utils/watch';
import { type Draft, draftView, emptyDraft, meaningOf, pageDraft } from './draft-view';
import { followPointer } from './pointer';
import { takeStage } from './stage';

type Step =
  | { at: 'pointing' }
  | { at: 'draft'; draft: Draft }
  | { at: 'saved'; title: string; read: boolean };

/** Below this width, px, our window takes all of that of the page. */
const NARROW = 700;

/** Lets a person teach Vigie to read this page: from the thing pointed at to the page that is kept. */
export function learnPage(ctx: ContentScriptContext): void {
  let things: readonly Outlined[] = outlineOf(document);
  let lit: Outlined | undefined;
  let up = false;
  let step: Step = { at: 'pointing' };
  let known: readonly string[] = [];
  let problem: string | undefined;
  let saving = false;
  let unfollow: (() => void) | undefined;
  let frame = 0;
  /** What was said of a thing is found again when it is chosen again. */
  const drafts = new Map<Element, Draft>();

  const stage = takeStage(ctx, { worth: things.length, changed: () => settle(), stopped: () => stop() });
  const { turns } = stage;
  const page = () => ({ document, url: new URL(location.href) });
  const close = () => stage.leave(true);

  function settle(): void {
    const points = step.at === 'pointing' && !turns.isAway();
    if (points)
      unfollow ??= followPointer({
        over(target) {
          light(target && outlinedAt(things, target));
          if (lit && !turns.isMine()) turns.take();
        },
        chosen(target) {
          const thing = outlinedAt(things, target);
          if (thing) choose(thing);
        },
        left: close,
      });
    else {
      unfollow?.();
      unfollow = undefined;
    }
    draw();
  }

  function light(thing: Outlined | undefined): void {
    if (thing === lit) return;
    lit = thing;
    // What is lit follows the focus, which may move in the middle of a drawing.
    drawSoon();
  }

  function show(thing: Outlined | undefined, byKeys: boolean): void {
    if (thing === lit || !thing) return;
    // In a narrow window ours takes the lower half.
    const block = innerWidth < NARROW ? 'start' : 'center';
    thing.element.scrollIntoView({ block, behavior: 'instant' });
    const { top, bottom } = thing.element.getBoundingClientRect();
    if (byKeys) up = innerWidth < NARROW && top + Math.min(bottom, innerHeight) > innerHeight;
    light(thing);
  }

  function choose(of: Outlined): void {
    lit = of;
    problem = undefined;
    turns.busy();
    step = { at: 'draft', draft: drafts.get(of.element) ?? emptyDraft(of, document) };
    settle();
  }

  function change(next: Draft): void {
    drafts.set(next.of.element, next);
    step = { at: 'draft', draft: next };
    problem = undefined;
    draw();
  }

  async function save(draft: Draft): Promise<void> {
    const given = pageDraft(draft, location.hostname);
    const described = given && describe(given, draft.of.kind);
    if (!given || !described || 'problem' in described || saving) return;
    saving = true;
    draw();
    try {
      await send('pages/learn', { host: location.host, descriptor: described.descriptor });
      const read = await send('overlay/script', given.ent).then(
        () => true,
        () => false,
      );
      step = { at: 'saved', title: described.descriptor.title, read };
      lit = undefined;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    saving = false;
    settle();
  }

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const box = lit?.element.isConnected ? lit.element.getBoundingClientRect() : undefined;
    render(
      <>
        {box && <Target box={box} firm={step.at === 'draft'} />}
        {currentWindow()}
      </>,
      stage.root,
    );
  }

  function currentWindow() {
    if (turns.isAway()) return null;
    if (step.at === 'saved') return <Saved title={step.title} read={step.read} close={close} />;
    if (step.at === 'draft') return draftWindow(step.draft);
    if (!turns.isMine()) return null;
    const at = things.findIndex((thing) => thing.element === lit?.element);
    return (
      <Pointing
        view={{
          things: things.map((thing) => ({ says: outlinedName(thing), about: sizeOf(thing) })),
          ...(at >= 0 && { lit: at }),
          otherFrames: turns.hasOthers(),
          up,
        }}
        light={(next, byKeys) => show(things[next], byKeys)}
        choose={(next) => things[next] && choose(things[next])}
        nextFrame={turns.pass}
        capture={() => void send('teaching/script', 'capture').catch(() => undefined)}
        close={close}
      />
    );
  }

  function draftWindow(draft: Draft) {
    return (
      <DraftWindow
        view={draftView(draft, page(), known, saving)}
        problem={problem}
        acts={{
          chooseFact: (fact) =>
            change({
              ...draft,
              fact: fact as DescribedFact | '',
              columns: fact === '' ? [] : likelyColumns(fact as DescribedFact, labelsOf(draft.of)),
              meanings: [],
            }),
          chooseField: (label, field) => change(withField(draft, label, field)),
          explain: (label, says, means) => change(withMeaning(draft, label, says, means)),
          set: (changes) => change({ ...draft, ...changes }),
          save: () => void save(draft),
          back() {
            step = { at: 'pointing' };
            turns.take();
            settle();
          },
          close,
        }}
      />
    );
  }

  const drawSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const watching = watch(document.body, {
    changed: drawSoon,
    settled() {
      if (step.at !== 'pointing') return drawSoon();
      things = outlineOf(document);
      if (!lit?.element.isConnected) lit = undefined;
      draw();
    },
  });
  ctx.addEventListener(window, 'scroll', drawSoon, { capture: true, passive: true });
  ctx.addEventListener(window, 'resize', drawSoon);
  function stop(): void {
    cancelAnimationFrame(frame);
    watching.stop();
    unfollow?.();
    window.removeEventListener('scroll', drawSoon, { capture: true });
    window.removeEventListener('resize', drawSoon);
    render(null, stage.root);
  }
  send('pages/known', { host: location.host }).then(
    ({ descriptors }) => {
      known = descriptors.map(({ id }) => id);
      if (step.at === 'draft') drawSoon();
    },
    () => undefined,
  );
  settle();
}

function withField(draft: Draft, label: string, field: string): Draft {
  const others = draft.columns.filter((column) => column.label !== label);
  return { ...draft, columns: field === '' ? others : [...others, { label, field }] };
}

function withMeaning(draft: Draft, label: string, says: string, chosen: string): Draft {
  const { fact, columns, meanings } = draft;
  const field = columns.find((column) => column.label === label)?.field;
  if (fact === '' || field === undefined) return draft;
  const others = meanings.filter((one) => one.field !== field || one.says !== says);
  if (chosen === '') return { ...draft, meanings: others };
  return { ...draft, meanings: [...others, { field, says, means: meaningOf(fact, field, chosen) }] };
}

/** « 12 lignes », « 1 champ ». */
function sizeOf(thing: Outlined): string {
  const [count, one] =
    thing.kind === 'list'
      ? [thing.table.rows.length, 'ligne']
      : thing.kind === 'form'
        ? [thing.fields.length, 'champ']
        : [thing.folders.length, 'branche'];
  return `${count}\u00A0${one}${count > 1 ? 's' : ''}`;
}
