import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '@/components/workshop/dossier/dossier.css';
import { Detectors } from '@/components/workshop/detectors/detectors';
import type { DetectorsActs } from '@/components/workshop/detectors/view';
import { browserName } from '@/utils/browser-name';
import { DETECTORS, type DetectorGroup, learnedDetectors } from '@/utils/detectors';
import { onChange } from '@/utils/store/changes';
import { listDetectors, type StoredDetector } from '@/utils/store/detectors';
import { listLearnedPages } from '@/utils/store/learned-pages';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import { ruledHere } from '@/utils/store/ruled-here';
import {
  loadSwitches,
  NO_SWITCH,
  onSwitch,
  type Switches,
  switchDetector,
  withSwitch,
} from '@/utils/switches';
import { copyIn } from '../copy-in';
import type { SectionProps } from '../own-sections';
import { detectorsView } from './detectors-view';

interface Seen {
  counted: ReadonlyMap<string, StoredDetector>;
  ruled: ReadonlyMap<string, string>;
  learned: readonly DetectorGroup[];
}

/** The state of every detector on this computer. */
export function DetectorsPlace({ say }: SectionProps) {
  const [seen, setSeen] = useState<Seen>();
  const [switches, setSwitches] = useState<Switches>(NO_SWITCH);
  const [unusual, setUnusual] = useState(false);
  const [problem, setProblem] = useState<StorageProblem>();

  const reload = useCallback(() => {
    loadSeen().then(setSeen, (error) => setProblem(toProblem(error, 'working')));
  }, []);
  useEffect(() => {
    reload();
    void loadSwitches().then(setSwitches);
    const stops = [onChange(reload), onSwitch(setSwitches)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [reload]);

  const view = useMemo(() => {
    const { counted = new Map(), ruled = new Map(), learned = [] } = seen ?? {};
    const groups = [...DETECTORS, ...learned];
    return detectorsView({ groups, off: switches.off, counted, ruled }, unusual, {
      vigie: browser.runtime.getManifest().version,
      browser: browserName(navigator.userAgent),
      at: new Date().toISOString(),
    });
  }, [seen, switches, unusual]);
  const acts: DetectorsActs = {
    switch(id, on) {
      // Shown before it is saved: a switch that jumps back looks refused.
      setSwitches((last) => ({ ...last, off: withSwitch(last.off, id, !on) }));
      switchDetector(id, !on).then(
        () => say(on ? 'Allumé.' : 'Éteint : il ne juge plus rien, et n’est jamais compté comme conforme.'),
        (error) => {
          setProblem(toProblem(error, 'working'));
          void loadSwitches().then(setSwitches);
        },
      );
    },
    showUnusual: setUnusual,
    copy: copyIn(say),
  };
  return (
    <Detectors
      view={{
        ...view,
        loading: seen === undefined && problem === undefined,
        ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
      }}
      acts={acts}
    />
  );
}

async function loadSeen(): Promise<Seen> {
  const [counted, ruled, pages] = await Promise.all([listDetectors(), ruledHere(), listLearnedPages()]);
  const learned = learnedDetectors(pages.map(({ descriptor }) => descriptor));
  return { counted: new Map(counted.map((one) => [one.id, one])), ruled, learned };
}
