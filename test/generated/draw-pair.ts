import { randomFrom } from '../schema/random.ts'
import { editWorld } from './edit-world.ts'
import { makeWorld, makerOf } from './make-world.ts'
import { renderWorld } from './render-world.ts'

/** Two states as a seed and a number draw them, the same ones each time. */
export function drawPair(
  seed: number,
  number: number,
): { readonly before: string; readonly after: string } {
  const random = randomFrom(Math.imul(seed ^ Math.imul(number, 2_654_435_761), 2_246_822_519))
  random.below(2)
  const world = makeWorld(makerOf(random, 0))
  const edited = editWorld(makerOf(random, 500), world)
  return { before: renderWorld(world), after: renderWorld(edited) }
}
