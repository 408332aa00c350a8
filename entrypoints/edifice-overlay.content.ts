import { defineContentScript } from 'wxt/utils/define-content-script';
import { edifice } from '@/utils/ents/edifice/edifice';
import { EDIFICE_RULES } from '@/utils/rules/lists/edifice';
import { USER_FILE_SCREEN_RULES } from '@/utils/rules/lists/user-file-screens';
import { foundTotals } from './overlay/found-totals';
import { importScreen } from './overlay/import-screen';
import { keptReading } from './overlay/kept-reading';
import { liveReadings } from './overlay/live-readings';
import { startOverlay } from './overlay/start-overlay';
import { tour } from './overlay/tour';

export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: its loader asks for this script, nothing registers it.
  matches: ['https://enthdf.fr/*'],
  main: (ctx) =>
    startOverlay(ctx, edifice, {
      rules: Object.values({ ...EDIFICE_RULES, ...USER_FILE_SCREEN_RULES }),
      companions: [foundTotals, importScreen, keptReading, tour],
      live: liveReadings,
    }),
});
