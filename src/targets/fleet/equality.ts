import type { Context } from '../../files/context.ts'
import { compareObservations } from '../../observer/compare-observations.ts'
import { withoutSpellings } from '../../proof/observed-differences.ts'
import type { Difference } from '../../observer/compare-observations.ts'
import { differingCatalogs, readDigestWithin } from '../../observer/sight/digest.ts'
import type { Digest, DigestOptions } from '../../observer/sight/digest.ts'
import { observeWithin } from '../../observer/observe.ts'
import type { Observation } from '../../observer/observe.ts'
import { sendText } from '../../postgres/connect.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { withReadTarget } from '../target.ts'
import { contextOfMember } from './members.ts'
import type { Member } from './members.ts'

/** What one database of a fleet is, compared with the canary. */
export interface Equality {
  readonly equal: 'equal' | 'different' | 'not compared'
  /** Why it was not compared, or what could not be. */
  readonly why: string | null
  /** The objects that differ, in order. */
  readonly differences: readonly string[]
}

/** A database that others are compared with, as it was seen. */
export interface Measure {
  readonly member: Member
  readonly digest: Digest
}

/** Sees the database that the others of a fleet are compared with. */
export async function readMeasure(context: Context, member: Member): Promise<Measure> {
  const options = optionsOf(context)
  return {
    member,
    digest: await reading(context, member, async (tx) => readDigestWithin(tx, options)),
  }
}

/**
 * Compares a database with the canary by the observer's digest of what lies in the schemas: roles and settings of a
 * server are the platform's. What a digest tells apart is read line by line.
 */
export async function compareWithMeasure(
  context: Context,
  measure: Measure,
  member: Member,
): Promise<Equality> {
  const options = optionsOf(context)
  return reading(context, member, async (tx) => {
    const digest = await readDigestWithin(tx, options)
    if (digest.version !== measure.digest.version) return otherVersion(digest, measure.digest)
    const unreadable = unevenly(digest, measure.digest)
    const only = differingCatalogs(measure.digest, digest)
    const differences =
      only.length === 0 ? [] : await nameDifferences(context, { measure, tx, only })
    return {
      equal: differences.length === 0 ? 'equal' : 'different',
      why:
        unreadable.length === 0
          ? null
          : `read by one of the two users only: ${unreadable.join(', ')}`,
      differences,
    }
  })
}

function otherVersion(member: Digest, canary: Digest): Equality {
  return {
    equal: 'not compared',
    why: `PostgreSQL ${String(member.version)}, the canary has ${String(canary.version)}: their catalogs have other columns`,
    differences: [],
  }
}

function unevenly(one: Digest, other: Digest): string[] {
  const all = [...new Set([...one.unreadable, ...other.unreadable])].toSorted()
  return all.filter((name) => one.unreadable.includes(name) !== other.unreadable.includes(name))
}

interface Unequal {
  readonly measure: Measure
  /** The transaction on the other database. */
  readonly tx: Transaction
  /** The catalogs that do not come to the same. */
  readonly only: readonly string[]
}

async function nameDifferences(
  context: Context,
  { measure, tx, only }: Unequal,
): Promise<string[]> {
  const see = async (at: Transaction): Promise<Observation> =>
    observeWithin(at, { ...optionsOf(context), only })
  const [found, expected] = await Promise.all([see(tx), reading(context, measure.member, see)])
  const differences = withoutSpellings(compareObservations(expected, found).differences)
  // An object has lines in more than one catalog.
  return [...new Set(differences.map(inWords))]
}

function inWords({ object, kind, fields }: Difference): string {
  if (kind === 'only left') return `${object}: missing`
  if (kind === 'only right') return `${object}: only here`
  return `${object}: other ${fields.map(({ name }) => name).join(', ')}`
}

/** A fleet may be on many servers; histories, journals and what the platform keeps are no part of it. */
function optionsOf({ project }: Context): DigestOptions {
  return { portable: true, ignoreSchemas: { outside: project.schemas } }
}

async function reading<T>(
  context: Context,
  member: Member,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withReadTarget(contextOfMember(context, member), member.name, async ({ session }) =>
    session.tx(async (tx) => {
      await sendText(tx, 'set transaction isolation level repeatable read read only')
      return read(tx)
    }),
  )
}
