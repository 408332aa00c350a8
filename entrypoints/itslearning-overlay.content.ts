import { defineContentScript } from 'wxt/utils/define-content-script';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { ITSLEARNING_RULES } from '@/utils/rules/lists/itslearning';
import { ITSLEARNING_IMPORT_RULES } from '@/utils/rules/lists/itslearning-import';
import { TIMETABLE_UPLOAD_RULES } from '@/utils/rules/lists/timetable-upload';
import { USER_FILE_SCREEN_RULES } from '@/utils/rules/lists/user-file-screens';
import { wrongSchoolFile } from '@/utils/rules/wrong-school-file';
import { expectedCoursesScreen } from './overlay/expected-courses-screen';
import { foundTotals } from './overlay/found-totals';
import { holdDrags } from './overlay/hold-drags';
import { importScreen } from './overlay/import-screen';
import { referenceScreen } from './overlay/reference-screen';
import { orSaidSchool } from './overlay/said-school';
import { schoolElsewhere } from './overlay/school-elsewhere';
import { selfEnrolments } from './overlay/self-enrolments';
import { startOverlay } from './overlay/start-overlay';
import { timetableScreen } from './overlay/timetable-screen';
import { wizardScreen } from './overlay/wizard-screen';

const RULES = Object.values({
  ...USER_FILE_SCREEN_RULES,
  ...ITSLEARNING_RULES,
  ...ITSLEARNING_IMPORT_RULES,
  ...TIMETABLE_UPLOAD_RULES,
  'wrong-school-file': wrongSchoolFile,
});

export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: its loader asks for this script, nothing registers it.
  matches: ['https://*.itslearning.com/*'],
  main: (ctx) => {
    const { elsewhere, companion } = orSaidSchool(schoolElsewhere);
    return startOverlay(ctx, itslearning, {
      rules: RULES,
      companions: [
        expectedCoursesScreen,
        foundTotals,
        importScreen,
        referenceScreen,
        timetableScreen,
        wizardScreen,
        selfEnrolments,
        companion,
      ],
      drags: holdDrags,
      elsewhere,
    });
  },
});
