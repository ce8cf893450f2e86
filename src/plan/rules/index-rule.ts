import type { CatalogObject, Value } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { attachedTo } from '../../model/object-id.ts'
import { comingOf, handsDown, isCreatedBefore } from './attached/coming.ts'
import { isOfPartitioned, withoutOptions } from './attached/partitions.ts'
import { alterAttachment, attachIndex } from './attached/statements.ts'
import { alter, define, drop } from '../action.ts'
import { flagOf, recordsOf, textIn, textsOf, spell } from '../../model/attribute.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alterOptions, optionClause, optionName } from './facets/options.ts'
import type { OptionSetting } from './facets/options.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { addressOf, nameInSchema, ownNameOf } from './facets/name.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { moveCluster, rolesOfIndex } from './index-extras.ts'

/** Indexes that belong to no constraint. */
export const indexRule: Rule = {
  kind: 'index',
  looksAtData: true,
  alsoNamed: nameInSchema,
  create: (index, context) =>
    flagOf(index, 'valid') || isOfPartitioned(index, context.to)
      ? [
          ...createItself(index, context),
          ...optionsThatDiffer(index, context),
          ...statisticsOf(index),
          ...rolesOfIndex(index, ownNameOf(index), context),
          ...createComment(index),
        ]
      : { refused: notValid },
  drop: (index) =>
    attachedTo(index) === null
      ? [statement({ verb: 'drop', object: index.id }, drop(addressOf(index)))]
      : [],
  alter: (change, context) => {
    const attachment = alterAttachment(change, context)
    if (attachment === 'replace' || isRebuilt(change, context)) return 'replace'
    return [
      ...attachment,
      ...change.attributes.flatMap((name) => said[name]?.(change, context) ?? []),
    ]
  },
}

/** What can be said of an index that stays; what follows from statements about others needs none. */
const said: Readonly<Record<string, (change: Altered, context: Context) => readonly Statement[]>> =
  {
    attachedTo: () => [],
    definition: () => [],
    valid: () => [],
    options: setOptions,
    statistics: ({ from, to }) => alterStatistics(from, to),
    clustered: ({ to }, context) => moveCluster(to, ownNameOf(to), context),
    comment: ({ to }) => [writeComment(to)],
  }

/** One of a partitioned table is whole as soon as the last partition has its own. */
function isRebuilt({ from, to, attributes }: Altered, context: Context): boolean {
  const isCompleted = isOfPartitioned(to, context.to) && flagOf(to, 'valid')
  return (
    withoutOptions(from) !== withoutOptions(to) ||
    attributes.some((name) => said[name] === undefined || (name === 'valid' && !isCompleted))
  )
}

function setOptions(change: Altered): Statement[] {
  const { to } = change
  const printed = asPrinted(change)
  const settings = keepsOrder(printed) ? alterOptions(printed, 'options') : restate(printed)
  return settings.map((each) =>
    statement({ verb: 'alter', object: to.id }, alter(addressOf(to), optionClause(each)), {
      attribute: 'options',
    }),
  )
}

/** Whether the definition then says the options in the wanted order: what is set goes to the end. */
function keepsOrder({ from, to }: Altered): boolean {
  const [before, after] = [textsOf(from, 'options'), textsOf(to, 'options')]
  const kept = before.filter((option) => after.includes(option))
  return isSameValue([...kept, ...after.filter((option) => !kept.includes(option))], after)
}

/** With the options in the order in which they were given, which a definition prints. */
function asPrinted({ from, to, ...change }: Altered): Altered {
  const [before, after] = [from, to].map((index) => ({
    ...index,
    attributes: { ...index.attributes, options: printedOptions(index) },
  }))
  return { ...change, from: before ?? from, to: after ?? to }
}

function printedOptions(index: CatalogObject): readonly string[] {
  const [, list = ''] = / WITH \(([^()]*)\)/.exec(textIn(index, 'definition')) ?? []
  const names = list.split(', ').map(optionName)
  const place = (option: string): number => names.indexOf(optionName(option))
  return textsOf(index, 'options').toSorted((a, b) => place(a) - place(b))
}

/** Takes all options away, and sets all of them. */
function restate({ from, to, ...change }: Altered): OptionSetting[] {
  const bare = { ...from, attributes: { ...from.attributes, options: [] } }
  return [
    ...alterOptions({ ...change, from, to: bare }, 'options'),
    ...alterOptions({ ...change, from: bare, to }, 'options'),
  ]
}

/** An index that comes along with another one has the options of that. */
function optionsThatDiffer(index: CatalogObject, context: Context): Statement[] {
  const above = context.to.objects.get(attachedTo(index) ?? '')
  return above === undefined ||
    comingOf(index, context) === 'apart' ||
    isCreatedBefore(index, context)
    ? []
    : setOptions({ kind: 'altered', from: above, to: index, attributes: ['options'] })
}

function createItself(index: CatalogObject, context: Context): Statement[] {
  const isAttached = attachedTo(index) !== null
  if (isAttached && comingOf(index, context) !== 'apart') return []
  const isAlone = isOfPartitioned(index, context.to) && !handsDown(index, context)
  const definition = isAlone ? alone(index) : textIn(index, 'definition')
  return [
    statement({ verb: 'create', object: index.id }, define(definition)),
    ...(isAttached ? attachIndex(index, context) : []),
  ]
}

/** The definition for a partitioned table alone, not for its partitions. */
function alone(index: CatalogObject): string {
  const head = `INDEX ${ownNameOf(index)} ON `
  return textIn(index, 'definition').replace(head, () => `${head}ONLY `)
}

/** Sets those that differ; -1 is the usual one. */
function alterStatistics(from: CatalogObject, to: CatalogObject): Statement[] {
  const [before, after] = [from, to].map((index) => recordsOf(index, 'statistics'))
  const columns = (after ?? []).map(({ column }) => column)
  const gone = (before ?? []).filter(({ column }) => !columns.includes(column))
  const come = (after ?? []).filter((each) => !(before ?? []).some((old) => isSameValue(old, each)))
  return [...gone.map(({ column = null }) => ({ column, target: -1 })), ...come].map((each) =>
    setStatistics(to, each),
  )
}

const notValid =
  'it is invalid, and no ALTER changes that. Rebuild it (reindex), attach the indexes of all partitions, or drop it'

/** How exactly the values of an expression are counted. */
function statisticsOf(index: CatalogObject): Statement[] {
  return recordsOf(index, 'statistics').map((each) => setStatistics(index, each))
}

function setStatistics(
  index: CatalogObject,
  { column, target }: Readonly<Record<string, Value>>,
): Statement {
  return statement(
    { verb: 'alter', object: index.id },
    {
      kind: 'alterColumn',
      subject: addressOf(index),
      column: spell(column),
      part: 'set statistics',
      value: spell(target),
    },
    { attribute: 'statistics' },
  )
}
