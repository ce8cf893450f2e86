import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { standIn } from '../../model/secret-option.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { alter, alterBelow, comment, create, drop } from '../action.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'

/**
 * Subscriptions. One comes disabled, without a slot and with a stand-in for its connection: no plan connects to another
 * server, or has a password.
 */
export const subscriptionRule: Rule = {
  kind: 'subscription',
  create: (subscription, context) => [
    statement(
      { verb: 'create', object: subscription.id },
      create(addressOf(subscription), headOf(subscription)),
      { tells: tellsOfNew(addressOf(subscription)) },
    ),
    ...createFacets(subscription, context),
  ],
  drop: (subscription) => [
    ...uncomment(subscription),
    ...['disable', 'set (slot_name = none)'].map((clause) =>
      statement(
        { verb: 'alter', object: subscription.id },
        alter(addressOf(subscription), clause),
        {
          attribute: 'detach',
        },
      ),
    ),
    statement({ verb: 'drop', object: subscription.id }, drop(addressOf(subscription)), {
      tells: `the slot of the ${addressOf(subscription)} stays on the publisher. Drop it there by hand: select pg_drop_replication_slot('…')`,
    }),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    // The publisher has to be asked for these.
    if (changed.includes('twoPhase') || changed.includes('failover')) return 'replace'
    const { to } = change
    const options = optionsOf(to).filter(([name]) => changed.includes(name))
    return [
      ...(changed.includes('publications') ? [setPublications(to)] : []),
      ...(options.length === 0
        ? []
        : [
            setOptions(
              to,
              options.map(([, said]) => said),
            ),
          ]),
      ...alterFacets(change, context),
    ]
  },
}

/** What is left to do by hand. */
function tellsOfNew(address: string): string {
  const clauses = ["connection '…'", "set (slot_name = '…')", 'enable', 'refresh publication']
  const byHand = clauses.map((clause) => `alter ${address} ${clause}`).join('; ')
  return `the ${address} is disabled, and no plan has its connection. When this is applied, create a slot on the publisher, and by hand: ${byHand}`
}

/** PostgreSQL forgets none as the subscription goes (DropSubscription). */
function uncomment(subscription: CatalogObject): Statement[] {
  return textOf(subscription, 'comment') === null
    ? []
    : [
        statement(
          { verb: 'comment', object: subscription.id },
          comment(addressOf(subscription), null),
        ),
      ]
}

function setPublications(subscription: CatalogObject): Statement {
  const list = textsOf(subscription, 'publications').join(', ')
  const action = alterBelow(
    addressOf(subscription),
    `set publication ${list} with (refresh = false)`,
  )
  return statement({ verb: 'alter', object: subscription.id }, action, {
    attribute: 'publications',
    tells: `the tables of other publications follow by hand: alter ${addressOf(subscription)} refresh publication`,
  })
}

function setOptions(subscription: CatalogObject, list: readonly string[]): Statement {
  const action = alterBelow(addressOf(subscription), `set (${list.join(', ')})`)
  return statement({ verb: 'alter', object: subscription.id }, action)
}

function headOf(subscription: CatalogObject): string {
  const said = optionsOf(subscription).flatMap(([name, text]) =>
    text === usual[name] ? [] : [text],
  )
  const options = ['connect = false', 'enabled = false', 'slot_name = none', ...said].join(', ')
  return [
    `\n  connection ${quoteLiteral(connection)}`,
    `\n  publication ${textsOf(subscription, 'publications').join(', ')}`,
    `\n  with (${options})`,
  ].join('')
}

/** PostgreSQL reads the text of a connection, and asks for a password where no superuser says it. */
const connection = `host='${standIn}' password='${standIn}'`

/** The options as SQL says them; those that the version lacks are absent. */
function optionsOf(subscription: CatalogObject): (readonly [name: string, said: string])[] {
  return Object.entries(words).flatMap(([name, word]) => {
    const value = subscription.attributes[name] ?? null
    if (value === null) return []
    const said =
      typeof value === 'boolean' ? String(flagOf(subscription, name)) : textOf(subscription, name)
    return [[name, `${word} = ${said ?? textIn(subscription, name)}`] as const]
  })
}

const words: Readonly<Record<string, string>> = {
  binary: 'binary',
  streaming: 'streaming',
  twoPhase: 'two_phase',
  disableOnError: 'disable_on_error',
  synchronousCommit: 'synchronous_commit',
  passwordRequired: 'password_required',
  runAsOwner: 'run_as_owner',
  origin: 'origin',
  failover: 'failover',
}

/** What counts where nothing is said of it, on every version (manual, CREATE SUBSCRIPTION): streaming is always said. */
const usual: Readonly<Record<string, string>> = {
  binary: 'binary = false',
  twoPhase: 'two_phase = false',
  disableOnError: 'disable_on_error = false',
  synchronousCommit: 'synchronous_commit = off',
  passwordRequired: 'password_required = true',
  runAsOwner: 'run_as_owner = false',
  origin: 'origin = any',
  failover: 'failover = false',
}
