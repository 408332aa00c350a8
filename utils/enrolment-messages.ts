import type { SeenSchool } from './messages';

/** A course of a school: names of courses hold nobody's. */
export interface NamedCourse {
  course: string;
  /** As the list writes it; empty when it says none. */
  organisation: string;
}

/** A click on « Inscription » or « Désinscription » that was seen in the list of courses, or what the person says of it. */
export interface EnrolmentSaid {
  host: string;
  school?: SeenSchool;
  courses: readonly NamedCourse[];
  what: 'enrol' | 'leave';
  /** ISO date and time, UTC. */
  at: string;
}

/** An enrolment that was not seen to end. */
export interface KeptEnrolment extends NamedCourse {
  since: string;
  /** Key of the school, where the screen said which. */
  school?: string;
}
