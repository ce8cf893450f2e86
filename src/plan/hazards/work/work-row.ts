import type { CatalogObject } from '../../../model/catalog.ts'
import type { ObjectStep } from '../object-step.ts'

/** What a statement does to one relation that is there before and after the plan. */
export interface Work {
  /** Its name, as SQL spells it. */
  readonly relation: string
  /** The lock that it takes, if it keeps others from writing or reading (manual, 13.3.1 Table-Level Locks). */
  readonly lock?: Lock | undefined
  readonly rewrite?: boolean
  readonly scan?: boolean
}

/** The locks that keep others from writing, and the last one from reading too; weakest first. */
export const lockModes = ['share', 'share row exclusive', 'exclusive', 'access exclusive'] as const

/** One of them. */
export type Lock = (typeof lockModes)[number]

/** One row of what PostgreSQL documents: a sort of statement, and what it does to the relation that it is about. */
export interface WorkRow {
  /** The page of the manual that says so: `sql-altertable`. */
  readonly page: string
  /** The lock, or none where it depends on the change. */
  readonly lock?: Lock | ((step: ObjectStep, relation: CatalogObject) => Lock | undefined)
  readonly rewrite?: boolean | ((step: ObjectStep) => boolean)
  readonly scan?: boolean | ((step: ObjectStep, relation: CatalogObject) => boolean)
  /** Whether it leaves alone the tables that inherit from it, or are its partitions. */
  readonly only?: boolean
  /** The tables behind its own that it is about too; without it, all that inherit from that, or are its partitions. */
  readonly heirs?: (step: ObjectStep, relation: CatalogObject) => readonly CatalogObject[]
  /** What it does to other relations. */
  readonly others?: (step: ObjectStep) => readonly Work[]
}
