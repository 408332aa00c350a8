import type { Progress } from '../protocol';
import { serve } from '../serve';
import type { TimetableRequest } from './protocol';
import { TimetableDesk } from './timetable-desk';

const desk = new TimetableDesk();

serve(answer);

function answer(request: TimetableRequest, progress: (progress: Progress) => void): unknown {
  switch (request.name) {
    case 'read':
      return desk.read(request.carries.files, request.carries.today, progress);
    case 'paste':
      return desk.paste(request.carries.text);
    case 'accounts':
      return desk.readAccounts(request.carries, progress);
    case 'judge':
      return desk.judge(request.carries, progress);
    case 'list':
      return desk.list(request.carries);
  }
}
