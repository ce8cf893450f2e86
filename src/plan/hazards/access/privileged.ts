import { childrenOf } from '../../../model/catalog.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { textIn, textOf, textsOf } from '../../../model/attribute.ts'
import { nameOf } from '../../../model/object-id.ts'
import type { Hazard, Risk } from '../hazard.ts'
import { bothOf, risk, sets } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'
import { rolesWithRights } from './rights-risks.ts'

/** A new table whose row security is off is open to nobody yet: its grants open it. */
export function rowSecurityRisks(step: ObjectStep): Risk[] {
  const both = bothOf(step)
  if (both === undefined || !sets(step, 'rowSecurity')) return []
  const { after } = both
  const roles = rolesWithRights([after, ...childrenOf(step.to, after.id)]).join(', ')
  return [
    ...switched(both, {
      isSet: isOn,
      words: ['on', 'off'],
      whom: roles === '' ? '' : `: ${roles}`,
    }),
    ...switched(both, { isSet: isForced, words: ['forced', 'not forced'], whom: '' }),
  ]
}

/** One half of row security, and the words for it. */
interface Switch {
  readonly isSet: (state: string) => boolean
  readonly words: readonly [set: string, unset: string]
  /** Who it is about, after a colon; empty where it is about the owner. */
  readonly whom: string
}

/** Row security takes rows away from everybody whom it is about. */
function switched({ before, after }: Both, { isSet, words: [set, unset], whom }: Switch): Risk[] {
  const [was, is] = [before, after].map((table) => isSet(textIn(table, 'rowSecurity')))
  if (was === is) return []
  const head = `row security of ${nameOf(after.id)} is`
  return is === true
    ? risk('breaks_clients', `${head} ${set}${whom}`)
    : risk('opens_access', `${head} ${unset}${whom}`)
}

function isOn(state: string): boolean {
  return state === 'on' || state === 'forced'
}

function isForced(state: string): boolean {
  return state.startsWith('forced')
}

/** Routines that run as their owner, or no longer do. */
export function definerRisks(step: ObjectStep): Risk[] {
  const { verb, attribute, before, after } = step
  if (after === undefined || (verb !== 'create' && attribute !== 'definition')) return []
  const verdict = byRights[`${rightsOf(before)} ${rightsOf(after)}`]
  if (verdict === undefined) return []
  return risk(verdict.hazard, `${nameOf(after.id)} ${verdict.words(ownerOf(after))}`)
}

/** With whose rights a routine runs. */
type RunsAs =
  | 'nobody'
  | 'caller'
  | 'owner'
  /** As its owner, while names may be resolved in schemas of its caller (manual, CREATE FUNCTION). */
  | 'owner, open'

function rightsOf(routine: CatalogObject | undefined): RunsAs {
  if (routine === undefined) return 'nobody'
  if (textIn(routine, 'security') !== 'definer') return 'caller'
  const isFixed = textsOf(routine, 'config').some((option) => option.startsWith('search_path='))
  return isFixed ? 'owner' : 'owner, open'
}

interface Verdict {
  readonly hazard: Hazard
  readonly words: (owner: string) => string
}

const opens: Verdict = {
  hazard: 'opens_access',
  words: (owner) => `runs as its owner ${owner}`,
}
const opensWide: Verdict = {
  hazard: 'opens_access',
  words: (owner) => `runs as its owner ${owner} without a fixed search_path`,
}
const closes: Verdict = { hazard: 'breaks_clients', words: () => 'runs as its caller' }

/** From whose rights to whose. A search_path that is fixed now closes something, if anything. */
const byRights: Readonly<Partial<Record<`${RunsAs} ${RunsAs}`, Verdict>>> = {
  'nobody owner': opens,
  'nobody owner, open': opensWide,
  'caller owner': opens,
  'caller owner, open': opensWide,
  'owner owner, open': opensWide,
  'owner caller': closes,
  'owner, open caller': closes,
}

/** Views read their tables with the rights of their owner unless they are told otherwise (manual, CREATE VIEW). */
export function viewRisks(step: ObjectStep): Risk[] {
  const { before, after } = step
  if (after === undefined || !sets(step, 'options')) return []
  const [was, is] = [before === undefined || readsAsCaller(before), readsAsCaller(after)]
  if (was === is) return []
  const name = nameOf(after.id)
  return is
    ? risk('breaks_clients', `${name} reads its tables as its caller`)
    : risk('opens_access', `${name} reads its tables as its owner ${ownerOf(after)}`)
}

/** The option is kept as it was written: any spelling of a boolean (manual, 8.6). */
function readsAsCaller(view: CatalogObject): boolean {
  return textsOf(view, 'options').some((option) =>
    /^security_invoker=(?:t|tr|tru|true|y|ye|yes|on|1)$/i.test(option),
  )
}

/** A new owner may do everything with it, and the old one no longer. */
export function ownerRisks({ verb, attribute, before, after, to }: ObjectStep): Risk[] {
  if (verb !== 'alter' || attribute !== 'owner' || after === undefined) return []
  // What the plan creates belongs to the role that runs it.
  const old = before === undefined ? to.role : ownerOf(before)
  if (old === ownerOf(after)) return []
  const name = nameOf(after.id)
  return [
    ...risk('opens_access', `${ownerOf(after)} owns ${name}`),
    ...(before === undefined ? [] : risk('breaks_clients', `${old} no longer owns ${name}`)),
  ]
}

function ownerOf(object: CatalogObject): string {
  return textOf(object, 'owner') ?? ''
}
