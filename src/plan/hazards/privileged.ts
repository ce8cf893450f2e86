import { childrenOf } from '../../model/catalog.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textOf, textsOf } from '../attribute.ts'
import { nameOf } from '../name.ts'
import type { Risk } from './hazard.ts'
import { risk, sets } from './object-step.ts'
import type { FindRisks, ObjectStep } from './object-step.ts'
import { rolesWithRights } from './rights.ts'

/**
 * What runs or is read with somebody else's rights, and whose rights those are: row security, definer functions, views
 * that read as their owner, owners.
 */
export const privilegedRisks: FindRisks = (step) => [
  ...rowSecurityRisks(step),
  ...definerRisks(step),
  ...viewRisks(step),
  ...ownerRisks(step),
]

/** A new table whose row security is off is open to nobody yet: its grants open it. */
function rowSecurityRisks(step: ObjectStep): Risk[] {
  const { kind, before, after, to } = step
  if (kind !== 'table' || before === undefined || after === undefined) return []
  if (!sets(step, 'rowSecurity')) return []
  const [old, fresh] = [textIn(before, 'rowSecurity'), textIn(after, 'rowSecurity')]
  const name = nameOf(after.id)
  const roles = rolesWithRights([after, ...childrenOf(to, after.id)]).join(', ')
  const on = `row security of ${name} is`
  const whom = roles === '' ? '' : `: ${roles}`
  return [
    ...(isOn(old) && !isOn(fresh) ? risk('opens_access', `${on} off${whom}`) : []),
    ...(!isOn(old) && isOn(fresh) ? risk('breaks_clients', `${on} on${whom}`) : []),
    ...(isForced(old) && !isForced(fresh) ? risk('opens_access', `${on} not forced`) : []),
    ...(!isForced(old) && isForced(fresh) ? risk('breaks_clients', `${on} forced`) : []),
  ]
}

function isOn(state: string): boolean {
  return state === 'on' || state === 'forced'
}

function isForced(state: string): boolean {
  return state.startsWith('forced')
}

function definerRisks(step: ObjectStep): Risk[] {
  const { kind, verb, before, after } = step
  if ((kind !== 'function' && kind !== 'procedure') || after === undefined) return []
  if (verb !== 'create' && step.attribute !== 'definition') return []
  const [old, fresh] = [securityOf(before), securityOf(after)]
  if (old === fresh) return []
  const name = nameOf(after.id)
  if (fresh === 'invoker')
    return before === undefined ? [] : risk('breaks_clients', `${name} runs as its caller`)
  // A search_path that is fixed now closes something, if anything.
  if (old === 'open' && fresh === 'definer') return []
  const path = fresh === 'open' ? ' without a fixed search_path' : ''
  return risk('opens_access', `${name} runs as its owner ${textOf(after, 'owner') ?? ''}${path}`)
}

/** `open`: a definer function whose names may be resolved in schemas of its caller (manual, CREATE FUNCTION). */
function securityOf(routine: CatalogObject | undefined): 'invoker' | 'definer' | 'open' {
  if (routine === undefined || textIn(routine, 'security') !== 'definer') return 'invoker'
  return textsOf(routine, 'config').some((option) => option.startsWith('search_path='))
    ? 'definer'
    : 'open'
}

/** Views read their tables with the rights of their owner unless they are told otherwise (manual, CREATE VIEW). */
function viewRisks(step: ObjectStep): Risk[] {
  const { kind, before, after } = step
  if (after === undefined || (kind !== 'view' && kind !== 'materializedView')) return []
  if (!sets(step, 'options')) return []
  const [old, fresh] = [before === undefined || readsAsCaller(before), readsAsCaller(after)]
  if (old === fresh) return []
  const name = nameOf(after.id)
  return fresh
    ? risk('breaks_clients', `${name} reads its tables as its caller`)
    : risk('opens_access', `${name} reads its tables as its owner ${textOf(after, 'owner') ?? ''}`)
}

function readsAsCaller(view: CatalogObject): boolean {
  return textsOf(view, 'options').some((option) =>
    /^security_invoker=(?:true|on|1|yes)$/.test(option),
  )
}

/** A new owner may do everything with it, and the old one no longer. */
function ownerRisks({ verb, attribute, before, after, to }: ObjectStep): Risk[] {
  if (verb !== 'alter' || attribute !== 'owner' || after === undefined) return []
  const [old, fresh] = [
    before === undefined ? to.role : textOf(before, 'owner'),
    textOf(after, 'owner'),
  ]
  if (old === fresh) return []
  const name = nameOf(after.id)
  return [
    ...risk('opens_access', `${fresh ?? ''} owns ${name}`),
    ...(before === undefined ? [] : risk('breaks_clients', `${old ?? ''} no longer owns ${name}`)),
  ]
}
