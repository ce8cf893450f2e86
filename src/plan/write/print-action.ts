import { quoteLiteral } from '../../sql/quote.ts'
import { joinAlterTables } from './together/alter-table-text.ts'
import type { Action, ActionKind, ByAction, Privilege } from '../action.ts'

/** The SQL of an action, without a semicolon. What PostgreSQL printed is as it printed it. */
export function printAction<Kind extends ActionKind>(action: Action<Kind>): string {
  const print: (action: Action<Kind>) => string = printers[action.kind]
  return print(action)
}

const printers: ByAction<string> = {
  grant: ({ privileges, target, grantees, grantable, as }) =>
    asRole(
      as,
      `grant ${privilegesText(privileges)} on ${target} to ${grantees.join(', ')}${optionText(grantable)}`,
    ),
  revoke: ({ privileges, target, grantees, optionOnly, as }) =>
    asRole(
      as,
      `revoke ${optionOnly === true ? 'grant option for ' : ''}${privilegesText(privileges)} on ${target} from ${grantees.join(', ')}`,
    ),
  defaultPrivileges: ({
    verb,
    role,
    schema,
    objectType,
    privileges,
    grantee,
    grantable,
    optionOnly,
  }) => {
    const place = schema === null ? '' : ` in schema ${schema}`
    const whom = verb === 'grant' ? `to ${grantee}${optionText(grantable)}` : `from ${grantee}`
    return `alter default privileges for role ${role}${place}\n  ${verb} ${optionOnly === true ? 'grant option for ' : ''}${privileges.join(', ')} on ${objectType} ${whom}`
  },
  comment: ({ on, text }) => `comment on ${on} is ${text === null ? 'null' : quoteLiteral(text)}`,
  alter: ({ subject, clause, below }) => `alter ${subject}${below ? '\n  ' : ' '}${clause}`,
  alterColumn: ({ subject, column, part, value }) =>
    `alter ${subject}\n  alter column ${column} ${part}${value === undefined ? '' : ` ${value}`}`,
  alterTable: ({ subject, parts }) => joinAlterTables(subject, parts.map(printAction)),
  create: ({ what, rest, orReplace }) => `create ${orReplace ? 'or replace ' : ''}${what}${rest}`,
  define: ({ definition, orReplace }) =>
    definition.replace(/^create (?:or replace )?/i, orReplace ? 'CREATE OR REPLACE ' : 'CREATE '),
  drop: ({ address, cascade }) => `drop ${address}${cascade ? ' cascade' : ''}`,
  addPart: ({ subject, part: { what, name }, definition }) =>
    `alter ${subject}\n  add ${what} ${name} ${definition}`,
  dropPart: ({ subject, part: { what, name } }) => `alter ${subject}\n  drop ${what} ${name}`,
  rename: ({ subject, part, to }) =>
    part === null
      ? `alter ${subject} rename to ${to}`
      : `alter ${subject}\n  rename ${part.what} ${part.name} to ${to}`,
  setPosition: ({ sequence, last, table, where, having }) =>
    [
      `select pg_catalog.setval(${quoteLiteral(sequence)}, ${last})`,
      `from ${table}`,
      ...(where.length === 0 ? [] : [`where ${where.join(' and ')}`]),
      ...(having.length === 0 ? [] : [`having ${having.join('\n  and ')}`]),
    ].join('\n'),
  setLocal: ({ parameter, value }) => `set local ${parameter} = ${value}`,
  checkBody: ({ routine, validator }) =>
    `select pg_catalog.${validator}(${quoteLiteral(routine)}::pg_catalog.regprocedure)`,
  atlas: ({ text }) => text,
}

function privilegesText(privileges: readonly Privilege[]): string {
  return privileges
    .map(({ name, columns }) => (columns.length === 0 ? name : `${name} (${columns.join(', ')})`))
    .join(', ')
}

/** GRANTED BY names nobody but the current user (manual, GRANT). */
function asRole(role: string | undefined, text: string): string {
  return role === undefined ? text : `set role ${role};\n${text};\nreset role`
}

function optionText(grantable: boolean): string {
  return grantable ? ' with grant option' : ''
}
