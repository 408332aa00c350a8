import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import theme from '@/assets/theme.css?inline';
import type { Hold } from '@/components/overlay/hold-dialog';
import { Overlay } from '@/components/overlay/overlay';
import { Updated } from '@/components/overlay/updated';
import type { School } from '@/utils/core/context';
import { type Anchor, anchorKey } from '@/utils/core/facts';
import type { Rule } from '@/utils/core/rule';
import type { Ent } from '@/utils/ents/page';
import { irreversibleAt } from '@/utils/ents/read-screen';
import { send } from '@/utils/messages';
import { watch } from '@/utils/watch';
import { insideWindow, rememberedPlace, rememberPlace } from './badge-place';
import { holdClicks, PASS_MS } from './hold-clicks';
import { importScreen } from './import-screen';
import { type Judgement, judgeScreen } from './judge-screen';
import { liveReadings } from './live-readings';
import { markedRows, visibleMarks } from './mark-layer';
import { openInPlace } from './open-in-place';
import { peopleActions } from './people-actions';
import { newRecall } from './recall';
import { isGone, reporter } from './reporter';
import { screenSteps } from './screen-steps';
import { mountShadowRoot } from './shadow-root';
import css from './style.css?inline';

/** A screen must stay unreadable this long before it is said: components are there a moment before their data. */
const UNREADABLE_MS = 2000;

/** How long the row that « Voir » leads to stays lit, in ms. */
const SHOWN_MS = 4000;

/** Draws the overlay over one document of an ENT and keeps it true while the person works. */
export async function runOverlay(ctx: ContentScriptContext, ent: Ent, rules: readonly Rule[]): Promise<void> {
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const container = ent.container(document);
  if (!container) return;
  let place = await rememberedPlace(location.host);
  let open = false;
  let hold: (Hold & { onCancel(): void; onUnderstood(): void }) | undefined;
  let status = '';
  let notice: string | undefined;
  let shownKey: string | undefined;
  let rows: ReturnType<typeof markedRows> = new Map();
  let frame = 0;
  let hidden = false;
  let stopped = false;
  /** False between a change of the page and its reading: the panel of one person may already show another. */
  let fresh = true;
  const known = new Map<string, School>();
  let unreadableSince: number | undefined;

  const live = liveReadings(ent, (finished) => {
    if (finished) report.finished(finished);
    look();
  });
  const imports = importScreen(document, { changed: () => look(), failed: (error) => report.failed(error) });
  const steps = screenSteps(ent, () => draw());
  const recall = newRecall();
  const people = peopleActions(ent, {
    seen: () => seen,
    changed: () => look(),
    failed: (error) => report.failed(error),
    notify(words) {
      notice = words;
      draw();
    },
  });
  const memory = { rules, live, known, recall, imports, said: people.said };
  const judge = () => judgeScreen(ent, document, new URL(location.href), memory);
  let seen: Judgement = judge();
  const report = reporter(ent, location.host, rules, {
    problem(words) {
      notice = words;
      draw();
    },
    known(school) {
      known.set(school.id, school);
      look();
    },
    recorded: () => steps.again(),
  });

  const own = mountShadowRoot('vigie-ent', `${theme}\n${css}`);

  const actions = {
    show,
    open: (link: string) => openInPlace(link),
    startLive: () => seen.school && live.start(seen.school),
    cancelLive: () => live.cancel(),
    hide() {
      hidden = true;
      open = false;
      draw();
    },
    giveReference: (files: readonly File[]) => imports.giveReference(files),
    openWorkshop: () => void send('workshop/open', null).catch(report.failed),
    ...people.actions,
  };

  function draw(): void {
    frame = 0;
    if (stopped || !ctx.isValid) return;
    const window = { width: innerWidth, height: innerHeight };
    const covered = ent.isCovered?.(document) ?? false;
    render(
      <Overlay
        view={{
          ...seen.view,
          ...people.view(),
          fresh,
          ...imports.view(seen.shown),
          ...steps.view(),
          visible: new Set(rows.keys()),
          ...(notice && { notice }),
        }}
        marks={covered || hidden ? [] : visibleMarks(rows.values(), shownKey)}
        place={insideWindow(place, window)}
        onToggle={(next) => {
          open = next;
          draw();
        }}
        onMove={(next) => {
          place = insideWindow(next, window);
          rememberPlace(location.host, place);
          draw();
        }}
        {...{ actions, hold, status, open, hidden, window }}
      />,
      own.root,
    );
  }
  const drawSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  function look(): void {
    if (stopped || !ctx.isValid) return;
    seen = judge();
    fresh = true;
    if (seen.view.screen.kind !== 'unreadable') unreadableSince = undefined;
    else {
      unreadableSince ??= performance.now();
      const left = unreadableSince + UNREADABLE_MS - performance.now();
      if (left > 0) {
        seen = { ...seen, view: { ...seen.view, screen: { kind: 'loading' } } };
        ctx.setTimeout(look, left);
      }
    }
    rows = markedRows(seen.results, rulesById, seen.places, seen.verdicts.byRow);
    people.recall();
    imports.look(seen.shown, seen.school);
    steps.look(seen.school, seen.pages.at(-1)?.id);
    report.screen(seen);
    draw();
  }

  function show(at: Anchor): void {
    const row = rows.get(anchorKey(at));
    if (!row?.element.isConnected) return;
    row.element.scrollIntoView({ block: 'center' });
    shownKey = row.key;
    drawSoon();
    ctx.setTimeout(() => {
      shownKey = undefined;
      drawSoon();
    }, SHOWN_MS);
  }

  const onClick = holdClicks({
    irreversibleAt: (target) => irreversibleAt(ent, target, document, new URL(location.href)),
    judge: () => judge().results,
    rules: rulesById,
    now: () => performance.now(),
    passed: (action) => action === 'import-file' && imports.sent(seen.shown, seen.school),
    held(what, allow, giveFocusBack) {
      const close = (said: string, during: number) => {
        hold = undefined;
        status = said;
        draw();
        giveFocusBack();
        ctx.setTimeout(() => {
          if (status !== said) return;
          status = '';
          drawSoon();
        }, during);
      };
      hold = {
        ...what,
        onCancel() {
          report.held(seen.school, what, false);
          close('La console n’a rien reçu.', SHOWN_MS);
        },
        onUnderstood() {
          allow();
          report.held(seen.school, what, true);
          close(
            `Vous pouvez cliquer à nouveau dans les ${PASS_MS / 1000} secondes : ce clic-là passera.`,
            PASS_MS,
          );
        },
      };
      draw();
    },
  });

  const watching = watch(container, {
    changed() {
      fresh = false;
      drawSoon();
    },
    settled: look,
  });
  ctx.addEventListener(window, 'click', onClick, { capture: true });
  ctx.addEventListener(window, 'wxt:locationchange', () => watching.poke());
  // A box that is ticked or a file that is chosen changes no node.
  ctx.addEventListener(window, 'change', () => watching.poke(), { capture: true, passive: true });
  ctx.addEventListener(window, 'scroll', drawSoon, { capture: true, passive: true });
  ctx.addEventListener(window, 'resize', drawSoon);
  function stop(): void {
    stopped = true;
    watching.stop();
    live.cancel();
    render(null, own.root);
  }
  ctx.onInvalidated(() => {
    stop();
    // A newer copy of this very script takes over without a word; an updated extension leaves one.
    if (!isGone()) return own.remove();
    render(<Updated onReload={() => location.reload()} onClose={own.remove} />, own.root);
  });
  report.onGone(() => ctx.notifyInvalidated());
}
