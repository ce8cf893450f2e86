import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { changedId, diffCatalogs } from '../../model/compare-catalogs.ts'
import { hazardsOf } from '../hazards/hazard.ts'
import type { Change } from '../../model/compare-catalogs.ts'
import { factsOf } from '../../model/kind.ts'
import { bareNameOf } from '../../model/object-id.ts'
import { ownNameOf, parentNameOf } from '../rules/facets/name.ts'
import type { Plan } from '../plan.ts'
import type { Context } from '../rule.ts'
import { spaced } from '../../model/spaced.ts'
import { position } from '../rules/sequence-position.ts'
import { partsOf } from '../statement.ts'
import { sentenceLine } from '../../sql/comment-line.ts'
import type { Statement } from '../statement.ts'

/** Says in words what a run of statements about one object does, and why. One line. */
export type Narrate = (group: readonly Statement[]) => string

/** What a plan's comments are told from: the two states, and which objects the plan takes away and makes again. */
export function narrator(context: Context, plan: Plan): Narrate {
  const changes = new Map(
    diffCatalogs(context.from, context.to).map((each) => [changedId(each), each]),
  )
  const statements = plan.segments.flatMap((segment) => partsOf(segment.statements))
  const dropped = idsOf(statements, 'drop')
  const recreated = new Set(idsOf(statements, 'create').filter((id) => dropped.includes(id)))
  return (group) => {
    const id = group[0]?.object
    if (id === undefined) return ''
    const told = group.find(({ tells }) => tells !== undefined)?.tells
    if (told !== undefined) return sentenceLine(told)
    const object = context.to.objects.get(id) ?? context.from.objects.get(id)
    const subject = object === undefined ? `the ${id}` : nameInWords(object)
    const what = sentence(subject, group, { change: changes.get(id), recreated: recreated.has(id) })
    const limit = group.some(({ risks }) => hazardsOf(risks).includes('needs_empty_table'))
      ? ` ${emptyOnly}`
      : ''
    return sentenceLine(`${what}${limit}`)
  }
}

const emptyOnly =
  'Rows have no value for it. If there are any, add it with a default that suits them, and then drop the default.'

interface Known {
  /** How the object differs; undefined when it is the same before and after. */
  readonly change: Change | undefined
  /** Whether it is taken away and made again. */
  readonly recreated: boolean
}

function sentence(
  subject: string,
  group: readonly Statement[],
  { change, recreated }: Known,
): string {
  const verbs = new Set(group.map(({ verb }) => verb))
  if (group.every(({ attribute }) => attribute === position))
    return `${subject} continues after the values that rows have.`
  if (recreated) {
    const same = change === undefined
    return `${subject} ${recreatedWords(verbs.has('create'), verbs.has('drop'), same)}.`
  }
  if (change?.kind === 'added') return `${subject} is new.`
  if (change?.kind === 'removed') return `${subject} is dropped.`
  if (change === undefined) return `${subject} is detached from what changes, or attached again.`
  return `${subject}: ${change.attributes.map(spaced).join(', ')}.`
}

function recreatedWords(comes: boolean, goes: boolean, same: boolean): string {
  if (comes && !goes) return 'is back'
  if (same) return 'is dropped because an object that it uses changes; it is recreated below'
  return `cannot be changed in place: it is recreated${comes ? '' : ' below'}`
}

/** `policy public.notes.select_own` is `the policy select_own of public.notes`. */
function nameInWords(object: CatalogObject): string {
  const { words, isToldWhole } = factsOf(object.kind)
  if (object.parent === null || isToldWhole === true) return `the ${words} ${bareNameOf(object.id)}`
  return `the ${words} ${ownNameOf(object)} of ${parentNameOf(object)}`
}

function idsOf(statements: readonly Statement[], verb: string): ObjectId[] {
  return statements.filter((statement) => statement.verb === verb).map(({ object }) => object)
}
