import { batches } from '../scenarios/batches.ts'
import { apply } from './deploying.ts'
import type { VerbCourse } from './verb-course.ts'

/** An apply in which rows are changed batch by batch. */
export const backfill: VerbCourse = { ...apply, scenarios: [batches], phases: 'some' }
