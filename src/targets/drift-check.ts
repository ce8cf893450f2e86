import { UserError, sameCommand, sameCommandWith } from '../errors.ts'
import { readHistory } from '../deploy/history/history.ts'
import type { History } from '../deploy/history/history.ts'
import { partialVersion } from '../deploy/history/file-progress.ts'
import { seeStanding } from '../deploy/history/standing.ts'
import type { Standing } from '../deploy/history/standing.ts'
import { describeTextless } from '../deploy/journal/recorded-folder.ts'
import { readHolder } from '../deploy/session/lock.ts'
import type { Context } from '../files/context.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { areSame, sentencesOf } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import type { Digest } from '../observer/sight/digest.ts'
import { compareTarget } from './compare-target.ts'
import { readSchemaDigest } from './see-database.ts'
import type { Target } from './target.ts'
import { workbenchLike } from './target-workbench.ts'

/** Which database a verb is about to change, by what, and whether it may have drifted. */
export interface DriftQuestion {
  readonly target: Target
  readonly folder: MigrationFolder
  /** What the verb would run, of what the database has and lacks: without any, nothing is compared. */
  readonly toRun: (standing: Standing) => readonly unknown[]
  readonly allowDrift: boolean
}

/** To be called under the migration lock: throws UserError where the database changed since it was compared. */
export type CheckAgain = () => Promise<void>

/**
 * Compares a database with what its history makes before a verb changes it, and throws UserError that names what differs.
 * Not where nothing would be run, nothing is applied yet, or the history does not fit the folder, which the verb tells.
 * While another migration runs, what differs may be its work: then it is compared under the lock.
 */
export async function refuseDrift(context: Context, question: DriftQuestion): Promise<CheckAgain> {
  if (question.allowDrift) return nothing
  const { session } = question.target
  let seen = await look(context, question)
  while (seen.refusal !== undefined) {
    // In this order: who has ended in between has changed the history.
    const isAlone = (await readHolder(session)) === undefined
    const isSame = stateOf(await readHistory(session)) === seen.state
    if (isSame && isAlone) throw seen.refusal
    if (isSame) break
    seen = await look(context, question)
  }
  return async () => lookAgain(context, question, seen)
}

/** What a comparison came to. */
interface Seen {
  /** What was applied then. */
  readonly state: string
  /** Undefined where nothing was compared. */
  readonly digest?: Digest
  readonly refusal?: UserError
}

/** Where another migration came first, or was running, all of it is compared. */
async function lookAgain(context: Context, question: DriftQuestion, before: Seen): Promise<void> {
  const { session, address } = question.target
  const isSame = stateOf(await readHistory(session)) === before.state
  if (!isSame || before.refusal !== undefined) {
    const { refusal } = await look(context, question)
    if (refusal !== undefined) throw refusal
    return
  }
  const { digest } = before
  if (digest === undefined) return
  if (!hasChanged(await readSchemaDigest(session, context.project.schemas), digest)) return
  throw new UserError(
    `${address}: somebody changed the database while it was being compared with its history. Nothing was changed by this run. ${sameCommand}`,
  )
}

async function look(context: Context, { target, folder, toRun }: DriftQuestion): Promise<Seen> {
  const { session } = target
  const history = await readHistory(session)
  const state = stateOf(history)
  // Between two versions there is nothing to compare with.
  if (partialVersion(history) !== undefined) return { state }
  const standing = seeStanding(folder, history)
  const { applied, mismatch } = standing
  if (mismatch !== undefined || applied.length === 0 || toRun(standing).length === 0)
    return { state }
  const { talk } = context
  const textless = describeTextless(applied)
  if (textless !== undefined) {
    talk.note(`not compared with what its history makes: ${textless}`)
    return { state }
  }
  talk.step('comparing the database with what its history makes')
  const workbench = await workbenchLike(context, target)
  const { sections, digest } = await compareTarget(workbench, session, {
    history: { folder, applied },
    talk,
  }).catch(withWayOn)
  return areSame(sections)
    ? { state, digest }
    : { state, digest, refusal: refusalOf(sections, target, standing) }
}

/** No workbench, or a file that cannot be run there, such as one with an extension that it lacks. */
function withWayOn(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  throw new UserError(
    `${error.message}\nSo the database could not be compared with its history, and nothing was changed. It can be left out. ${sameCommandWith('--allow-drift')}`,
    { cause: error },
  )
}

/** What a history says was done, as a text. */
function stateOf({ atlas = [], supabase = [] }: History): string {
  const steps = atlas.map(({ version, applied, total }) => [version, applied, total])
  return JSON.stringify([steps, supabase.map(({ version }) => version)])
}

/** Whether two digests of one database, read by one user, differ. */
export function hasChanged(now: Digest, before: Digest): boolean {
  const names = new Set([...Object.keys(now.sums), ...Object.keys(before.sums)])
  return [...names].some((name) => now.sums[name] !== before.sums[name])
}

async function nothing(): Promise<void> {
  // What may have drifted, or is not compared, may change too.
}

function refusalOf(
  sections: readonly SectionComparison[],
  { environment: { name }, address }: Target,
  { pending: [next] }: Standing,
): UserError {
  const sentences = sentencesOf(sections)
  const shown = sentences.slice(0, most).map((sentence) => `  ${sentence}`)
  const more = sentences.length - shown.length
  const lines = [
    `${address}: the database is not what its history makes: it drifted.`,
    ...shown,
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
    `Nothing was changed. All of it, with the SQL both ways: npm run drift ${name}`,
    ...waysOn(name, next),
  ]
  return new UserError(lines.join('\n'))
}

/** A migration cannot be made of what drifted while others are pending: their objects may be what is there. */
function waysOn(environment: string, next: Migration | undefined): readonly string[] {
  const keep = `npm run drift ${environment} -- --accept`
  return [
    ...(next === undefined
      ? [`To keep it in the migrations: ${keep}`]
      : [
          `If somebody ran ${next.file} by hand: npm run resolve ${environment} ${next.version} applied`,
          `To keep it in the migrations, apply what is pending, then: ${keep}`,
        ]),
    `It can stay as it is. ${sameCommandWith('--allow-drift')}`,
  ]
}

const most = 20
