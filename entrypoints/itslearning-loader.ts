import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { itslearningPresence } from '@/utils/ents/itslearning/presence';
import { startTaughtLoader } from './overlay/start-loader';

export default defineUnlistedScript(() => startTaughtLoader(() => itslearningPresence));
