/** What a test or the person at the demo may change while the server runs. */
export interface DemoSettings {
  /** Milliseconds added to every answer that is not a static file. */
  latency: number;
  /** Role of the person logged in: local administrator of some schools, or central one of all of them. */
  role: 'ADML' | 'ADMC';
  /** True: the second factor was not given yet, protected addresses redirect to its page. */
  secondFactorPending: boolean;
  /** True: every address redirects to the log-in page. */
  sessionExpired: boolean;
  /** Faults by start of path: `{ '/directory/group/admin/list': 'html' }`. */
  faults: Readonly<Record<string, Fault>>;
  /** Milliseconds that the `slow` fault adds. */
  slowness: number;
  /** Value of a `content-security-policy` header on documents; empty for none. */
  contentSecurityPolicy: string;
}

/** `html`: a page instead of data; `500`: server error; `truncated`: half of the answer; `slow`: late but right. */
export type Fault = 'html' | '500' | 'truncated' | 'slow';

/** One request as a family sees it. */
export interface DemoRequest {
  method: string;
  host: string;
  url: URL;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as UTF-8 text. */
  body: string;
  /** The body as it came: files are not text. */
  bytes: Uint8Array;
}

/** One answer. `still` marks static files, which latency and faults leave alone. */
export interface DemoAnswer {
  status: number;
  type: string;
  body: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
  still?: boolean;
}

/** One family of platforms, answering for its hosts. */
export interface Family {
  answers(host: string): boolean;
  handle(request: DemoRequest, settings: DemoSettings): DemoAnswer | Promise<DemoAnswer>;
  /** Back to the planted state. */
  reset(): void;
}

/** A JSON answer. */
export function json(value: unknown, status = 200): DemoAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** An HTML answer. */
export function html(body: string, status = 200): DemoAnswer {
  return { status, type: 'text/html; charset=utf-8', body };
}

/** A redirection to another path of the same host. */
export function redirect(location: string): DemoAnswer {
  return { status: 302, type: 'text/html; charset=utf-8', body: '', headers: { location } };
}
