import { kindOf } from '../../../model/object-id.ts'
import { inOrder } from '../../hazards/find-risks.ts'
import { mergeRisks } from '../../hazards/hazard.ts'
import type { Statement } from '../../statement.ts'

/** Makes a publication with what it publishes, once all of that is there. */
export function publishFromTheStart(statements: readonly Statement[]): Statement[] {
  return statements.filter(isNew).reduce<Statement[]>(joinOne, [...statements])
}

function isNew({ action }: Statement): boolean {
  return action.kind === 'create' && head.test(action.what)
}

const head = /^publication /

function joinOne(statements: readonly Statement[], made: Statement): Statement[] {
  const members = statements.filter((each) => memberOf(each, made) !== undefined)
  const last = members.at(-1)
  if (last === undefined) return [...statements]
  // What is said of it follows it; an old one of its name has gone before.
  const behind = statements.slice(statements.indexOf(made) + 1)
  const about = behind.filter(({ object }) => object === made.object)
  return statements.flatMap((each) => {
    if (each === last) return [withMembers(made, members), ...about]
    return each === made || members.includes(each) || about.includes(each) ? [] : [each]
  })
}

/** What a statement adds to a publication. */
function memberOf({ action, object, verb }: Statement, made: Statement): string | undefined {
  const isMember = ['publicationMember', 'publicationSchema'].includes(kindOf(object) ?? '')
  if (verb !== 'create' || !isMember || action.kind !== 'alter' || made.action.kind !== 'create')
    return undefined
  return action.subject === made.action.what ? action.clause.replace(/^add /, '') : undefined
}

function withMembers(made: Statement, members: readonly Statement[]): Statement {
  const { action } = made
  if (action.kind !== 'create') return made
  const texts = members.map((each) => memberOf(each, made) ?? '')
  const [tables, schemas] = ['table ', 'tables in schema '].map((words) => {
    const named = texts.filter((text) => text.startsWith(words))
    return named.length === 0
      ? []
      : [words + named.map((text) => text.slice(words.length)).join(', ')]
  })
  const list = [...(tables ?? []), ...(schemas ?? [])].join(', ')
  const parts = [made, ...members]
  return {
    ...made,
    action: { ...action, rest: `\n  for ${list}${action.rest}` },
    risks: inOrder(mergeRisks(parts.flatMap(({ risks }) => risks))),
    parts,
  }
}
