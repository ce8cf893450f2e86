import { findKeepable } from '../deploy/archive/refuse-unkept.ts'
import type { KeptRows } from '../deploy/archive/keep-losses.ts'
import { refuseNoReturn, refuseUnkept } from '../deploy/archive/keeping.ts'
import type { Keeping } from '../deploy/archive/keeping.ts'
import type { Answers } from '../deploy/questions/question.ts'
import { refuseLosses } from '../deploy/questions/refuse-answers.ts'
import type { Ran } from '../deploy/run/run-options.ts'
import { parseRevertible } from '../deploy/run/transaction.ts'
import type { Talk } from '../files/context.ts'
import type { Migration } from '../files/migrations.ts'
import type { Session } from '../postgres/connect.ts'
import { askFirst } from './ask-first.ts'
import type { Asking } from './ask-first.ts'

/** What a rollback may lose. */
export interface Losing extends Asking {
  /** Whether what would be lost is kept in schema archive, to be put back by the next apply. */
  readonly archive?: boolean
}

/** Asks what the down files would lose; where they are to run, throws UserError unless they may lose it. */
export async function askDownFiles(
  migrations: readonly Migration[],
  request: Losing & { readonly dryRun: boolean },
  { session, talk }: { readonly session: Session; readonly talk: Talk },
): Promise<Answers> {
  const files = migrations.flatMap(({ down }) => (down === undefined ? [] : [down]))
  for (const file of files) await parseRevertible(file)
  talk.step('counting what would be lost')
  const asked = await askFirst(session, files, request)
  if (request.dryRun) return asked
  await refuseFirst(session, asked, request)
  if (request.archive === true && !request.allowDataLoss) {
    const again = migrations.filter(({ lacksText }) => lacksText === undefined).toReversed()
    refuseNoReturn(await askFirst(session, [...files, ...again], request), again)
  }
  return asked
}

/** With an archive, what it cannot keep is a loss. */
async function refuseFirst(
  session: Session,
  asked: Answers,
  { archive = false, allowDataLoss }: Losing,
): Promise<void> {
  if (!archive) {
    refuseLosses(asked, { allowDataLoss })
    return
  }
  refuseLosses(asked, { allowDataLoss: true })
  await refuseUnkept(session, asked, { allowDataLoss })
}

/** Asks again before a file runs: rows may have come since the first count. Errors as askDownFiles. */
export async function refuseMore(
  session: Session,
  migration: Migration,
  { request, done, archive }: Again,
): Promise<void> {
  const { down } = migration
  if (down === undefined || (request.allowDataLoss && archive === undefined)) return
  const underWay = done.length > 0
  const asked = await askFirst(session, [down], request)
  refuseLosses(asked, { allowDataLoss: archive !== undefined, underWay })
  await archive?.decide(session, migration, asked)
}

interface Again {
  readonly request: Losing
  readonly done: readonly Ran[]
  readonly archive: Keeping | undefined
}

/** What a dry run would keep: as many rows as were counted. */
export async function wouldKeep(
  session: Session,
  { asked, undone }: { readonly asked: Answers; readonly undone: readonly Migration[] },
  { archive = false }: Losing,
): Promise<KeptRows[]> {
  if (!archive) return []
  const { items } = await findKeepable(session, asked)
  return items.map((item) => {
    const answer = asked.answers.find(({ kept }) => kept === item)
    const of = undone.find(({ down }) => down && answer?.place.startsWith(`${down.path}:`))
    return { ...item, version: of?.version ?? '', rows: answer?.count ?? 0 }
  })
}
