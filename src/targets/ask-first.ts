import { askQuestions } from '../deploy/questions/ask-questions.ts'
import type { AskedFile } from '../deploy/questions/derive.ts'
import type { Answers } from '../deploy/questions/question.ts'
import type { Limits } from '../deploy/session/session.ts'
import type { Session } from '../postgres/connect.ts'

/** What may be lost, and how patiently it is counted. */
export interface Asking {
  readonly allowDataLoss: boolean
  /** How long the answer to one question may take, in milliseconds. */
  readonly checkTimeout: number
  readonly limits: Limits
}

/** Asks a database what files would do to its rows, in their order. */
export async function askFirst(
  session: Session,
  files: readonly AskedFile[],
  { checkTimeout, limits }: Asking,
): Promise<Answers> {
  return askQuestions(session, files, { timeout: checkTimeout, lock: limits.lock })
}

/** Whether anything was found, or not asked, of a file. */
export function isAbout({ answers, notAsked }: Answers, { path }: AskedFile): boolean {
  return [...answers, ...notAsked].some(({ place }) => place.startsWith(`${path}:`))
}
