import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { edificePresence } from '@/utils/ents/edifice/presence';
import { startTaughtLoader } from './overlay/start-loader';

export default defineUnlistedScript(() => startTaughtLoader(() => edificePresence));
