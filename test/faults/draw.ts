import { randomFrom } from '../schema/random.ts'
import type { Random } from '../schema/random.ts'
import type { Fault } from './kinds/fault.ts'
import { faults } from './kinds/faults.ts'
import type { Phase } from './moments.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { verbCourses, verbNames } from './verbs/verbs.ts'
import type { Verb } from './verbs/verbs.ts'

/** The major versions of PostgreSQL. */
export const majors = [17, 15, 18] as const

/** A kind of fault in a phase of a verb. */
export interface Cell {
  readonly fault: Fault
  readonly phase: Phase
  readonly verb: Verb
}

/** One run to be disturbed, as its seed and its number draw it. */
export interface Drawn extends Cell {
  readonly seed: number
  /** From 1. */
  readonly number: number
  readonly scenario: Scenario
  readonly major: (typeof majors)[number]
  /** What else is left to chance. */
  readonly random: Random
}

/**
 * Every cell. Every kind of fault strikes every verb: apply and rollback in each of its phases; the others, which run
 * the same code before their first file and between their statements, in some.
 */
export const cells: readonly Cell[] = faults.flatMap((fault) =>
  fault.phases.flatMap((phase) =>
    verbNames
      .filter((verb) => verbCourses[verb].phases === 'all' || fault.somePhases.includes(phase))
      .map((verb) => ({ fault, phase, verb })),
  ),
)

/** How often each cell is to be struck. */
export const enough = 10

/**
 * The case of a number: each round of as many cases as there are cells has every cell once, in an order of its own. The
 * same seed and number draw the same case.
 */
export function draw(seed: number, number: number): Drawn {
  const round = Math.floor((number - 1) / cells.length)
  const order = shuffled(cells, randomOf(seed, -1 - round))
  const cell = order[(number - 1) % cells.length]
  if (cell === undefined) throw new Error(`no case ${String(number)}`)
  const random = randomOf(seed, number)
  return {
    ...cell,
    seed,
    number,
    scenario: random.pick(verbCourses[cell.verb].scenarios),
    major: majors[number % majors.length] ?? majors[0],
    random,
  }
}

/** Names a cell, so that people can choose it: `cut, in a statement, apply`. */
export function nameOf({ fault, phase, verb }: Cell): string {
  return `${fault.name}, ${phase}, ${verb}`
}

/** Neighbouring numbers begin far from each other (the multiplier is that of Knuth's multiplicative hash). */
function randomOf(seed: number, number: number): Random {
  const random = randomFrom(Math.imul(seed ^ Math.imul(number, 2_654_435_761), 2_246_822_519))
  random.below(2)
  return random
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items]
  const order: T[] = []
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1))
  return order
}
