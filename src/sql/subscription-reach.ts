import type { Node } from 'libpg-query'

/** Whether CREATE SUBSCRIPTION makes no slot on the other server, which no transaction of this one could undo. */
export function makesNoSlot(options: readonly Node[]): boolean {
  return ['connect', 'create_slot'].some((name) => isOff(options, name))
}

/**
 * What is to be changed in a statement about a subscription, so that it reaches no other server (manual, CREATE
 * SUBSCRIPTION, ALTER SUBSCRIPTION, DROP SUBSCRIPTION). Undefined where it reaches none. `detached` are the
 * subscriptions that let go of their slot before.
 */
export function subscriptionReach(tree: Node, detached: ReadonlySet<string>): string | undefined {
  if ('CreateSubscriptionStmt' in tree)
    return isOff(optionsOf(tree), 'connect') ? undefined : connecting
  if ('DropSubscriptionStmt' in tree)
    return detached.has(tree.DropSubscriptionStmt.subname ?? '') ? undefined : dropping
  if ('AlterSubscriptionStmt' in tree) return reachOfAltering(tree)
  return undefined
}

function reachOfAltering(
  tree: Extract<Node, { readonly AlterSubscriptionStmt: unknown }>,
): string | undefined {
  const reaches = reaching[tree.AlterSubscriptionStmt.kind ?? '']
  return reaches?.(optionsOf(tree)) === false ? undefined : altering
}

/** The subscription that a statement makes let go of its slot. */
export function detachedBy(tree: Node): string[] {
  if (!('AlterSubscriptionStmt' in tree)) return []
  const { subname = '' } = tree.AlterSubscriptionStmt
  return textOf(optionsOf(tree), 'slot_name') === 'none' ? [subname] : []
}

function optionsOf(tree: Node): readonly Node[] {
  const { options = [] } =
    'CreateSubscriptionStmt' in tree
      ? tree.CreateSubscriptionStmt
      : 'AlterSubscriptionStmt' in tree
        ? tree.AlterSubscriptionStmt
        : {}
  return options
}

const connecting =
  'This subscription would connect to another server. Write: with (connect = false). It stays disabled.'

const dropping =
  "This would drop the subscription's slot on another server. Write before it: alter subscription … set (slot_name = none)."

const altering =
  'This would make a subscription connect to another server. Remove it from the file.'

/** Whether a form of ALTER SUBSCRIPTION reaches the other server, by its options. */
const reaching: Readonly<Record<string, (options: readonly Node[]) => boolean>> = {
  ALTER_SUBSCRIPTION_CONNECTION: () => false,
  ALTER_SUBSCRIPTION_SKIP: () => false,
  ALTER_SUBSCRIPTION_ENABLED: (options) => !isOff(options, 'enabled'),
  // The slot has both too: the publisher is told.
  ALTER_SUBSCRIPTION_OPTIONS: (options) =>
    ['failover', 'two_phase'].some((name) => argumentOf(options, name) !== undefined),
  ...Object.fromEntries(
    ['SET', 'ADD', 'DROP'].map((verb) => [
      `ALTER_SUBSCRIPTION_${verb}_PUBLICATION`,
      (options: readonly Node[]) => !isOff(options, 'refresh'),
    ]),
  ),
}

/** As PostgreSQL reads a truth value (defGetBoolean, define.c). */
function isOff(options: readonly Node[], name: string): boolean {
  const value = argumentOf(options, name)
  if (value === undefined) return false
  if ('Integer' in value) return (value.Integer.ival ?? 0) === 0
  if ('Boolean' in value) return value.Boolean.boolval !== true
  return ['false', 'off'].includes(textOf(options, name)?.toLowerCase() ?? '')
}

function textOf(options: readonly Node[], name: string): string | undefined {
  const value = argumentOf(options, name)
  if (value === undefined) return undefined
  // A word without quotes is parsed as the name of a type.
  const [word] = 'TypeName' in value ? (value.TypeName.names ?? []) : [value]
  return word !== undefined && 'String' in word ? word.String.sval : undefined
}

function argumentOf(options: readonly Node[], name: string): Node | undefined {
  for (const option of options)
    if ('DefElem' in option && option.DefElem.defname === name) return option.DefElem.arg
  return undefined
}
