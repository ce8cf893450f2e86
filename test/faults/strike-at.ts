import { setTimeout } from 'node:timers/promises'
import type { Struck } from './kinds/fault.ts'
import { sorter } from './moments.ts'
import type { Edge, Moment } from './moments.ts'
import type { Gate, Request } from './wire/relay.ts'

/** A gate at which a fault waits for its moment. */
export interface Trap {
  readonly gate: Gate
  /** What the fault did; undefined when the moment has not come. */
  readonly struck: () => Promise<Struck | undefined>
}

/** Strikes once, at the moment. Who is before or behind the server's work waits until it is done. */
export function strikeAt(moment: Moment, strike: () => Promise<Struck>): Trap {
  const sortOf = sorter()
  const numbers = new Map<Request, number>()
  let count = 0
  let struck: Promise<Struck> | undefined
  const at = (edge: Edge, request: Request): Promise<Struck> | undefined => {
    if (struck !== undefined || edge !== moment.edge) return undefined
    if (numbers.get(request) !== moment.ordinal) return undefined
    struck = setTimeout(moment.after).then(strike)
    // Whoever asks for it hears of its failure.
    struck.catch(() => undefined)
    return struck
  }
  return {
    gate: {
      before: async (request) => {
        if (sortOf(request) === moment.sort) {
          count += 1
          numbers.set(request, count)
        }
        await at('before', request)
      },
      sent: (request) => {
        void at('sent', request)
      },
      answered: async (request) => {
        await at('answered', request)
      },
    },
    struck: async () => struck,
  }
}
