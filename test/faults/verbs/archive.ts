import { sendText } from '../../../src/postgres/connect.ts'
import { keptRows, keptRowsWritten } from '../scenarios/kept-rows.ts'
import { apply, rollback } from './deploying.ts'
import type { VerbCourse } from './verb-course.ts'

/** A rollback that keeps what would be lost. */
export const archive: VerbCourse = {
  ...rollback,
  scenarios: [keptRows],
  words: ({ start }) => ['test', start, '--archive'],
  phases: 'some',
  ready: async (session) => sendText(session, keptRowsWritten),
}

/** The apply behind it, which puts back what was kept. */
export const putBack: VerbCourse = {
  ...apply,
  scenarios: [keptRows],
  from: 'archived',
  phases: 'some',
}
