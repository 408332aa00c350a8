import { ControlDesk } from './control-desk';
import { Desk } from './desk';
import type { Progress, Request } from './protocol';
import { listPeople, writeRequest } from './removal';
import { serve } from './serve';

const desk = new Desk();
const control = new ControlDesk(desk);

serve(answer);

function answer(request: Request, progress: (progress: Progress) => void): unknown {
  switch (request.name) {
    case 'read':
      return desk.read(request.carries.side, request.carries.files, request.carries.mappings, progress);
    case 'map':
      return desk.map(request.carries.file, request.carries.mapping);
    case 'control':
      control.leaveOut(request.carries.off);
      return control.control(request.carries.choices, request.carries.today, progress);
    case 'conclude':
      control.leaveOut(request.carries.off);
      return control.conclude(request.carries.choices, request.carries.today);
    case 'list':
      return control.list(request.carries.filters, request.carries.limits);
    case 'preview':
      return control.preview(request.carries);
    case 'correct':
      return control.correct(request.carries);
    case 'people':
      return listPeople(desk, request.carries);
    case 'removal':
      return writeRequest(desk, request.carries);
  }
}
