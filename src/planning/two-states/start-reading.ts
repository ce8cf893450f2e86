import { sumBothUp } from '../../observer/sight/sight.ts'
import type { SummedSight } from '../../observer/sight/sight.ts'
import { readUrl } from '../../proof/read-url.ts'
import type { Login, UrlState, WantedLines } from '../../proof/read-url.ts'
import type { View } from '../../proof/state.ts'
import { Meeting } from './meeting.ts'

/** Something of the databases that a plan leads between; nothing of a side that is no database. */
type OfSides<T> = Readonly<Partial<Record<'from' | 'to', T | undefined>>>

/** Databases that are being read. */
export interface Readings {
  /** Who logs in to each, and to what: known before the rest. Rejected where one of them cannot be entered. */
  readonly logins: Promise<readonly Login[]>
  readonly states: OfSides<Promise<UrlState>>
}

/**
 * Begins to read the databases of URLs: what else there is to do need not wait for that. With `keeps`, the lines are
 * read that differ between two, while nobody can change them.
 */
export function startReading(
  urls: OfSides<string>,
  view: View,
  { keeps }: { readonly keeps: boolean },
): Readings {
  const sides = (['from', 'to'] as const).filter((side) => urls[side] !== undefined)
  const logins = new Meeting<Login>(sides.length)
  const sights = new Meeting<SummedSight>(sides.length)
  const differing = sights.all.then(differingLines)
  // Whoever waits is told. Nobody may be waiting.
  differing.catch(() => undefined)
  const states = sides.map((side, place) => {
    const state = readUrl(urls[side] ?? '', view, {
      entered: async (login) => logins.bring(place, login),
      ...(keeps && {
        seen: async (sight) => {
          await sights.bring(place, sight)
          return differing
        },
      }),
    })
    // Whoever asks for the state is told, too.
    const fail = (error: unknown): void => {
      for (const meeting of [logins, sights]) meeting.fail(place, error)
    }
    state.then(async ({ sight }) => sight.sumUp()).catch(fail)
    return [side, state] as const
  })
  return { logins: logins.all, states: Object.fromEntries(states) }
}

async function differingLines([first, second]: readonly SummedSight[]): Promise<WantedLines> {
  const sums =
    first === undefined || second === undefined ? undefined : await sumBothUp(first, second)
  return { only: sums?.only ?? [], detail: sums?.detail ?? 'all' }
}
