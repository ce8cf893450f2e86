import type { Value } from '../model/catalog.ts'

/** Whether an attribute of a new object is as it is when nothing is said of it. */
export function isUsual(kind: string, name: string, value: Value | undefined): boolean {
  if (value === undefined || value === null) return true
  const usual = values[`${kind} ${name}`]
  if (usual !== undefined) return usual === '*' || value === usual
  return value === false || isEmpty(value)
}

function isEmpty(value: Value): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

/** What is usual where it is neither absent nor off; `*` for what every such object has. */
const values: Readonly<Record<string, Value>> = {
  'table owner': '*',
  'table persistence': 'permanent',
  'table rowSecurity': 'off',
  'table replicaIdentity': 'default',
  'table accessMethod': 'heap',
  'column local': true,
  // Doubted elsewhere where it has options.
  'column identity': '*',
  'constraint type': '*',
  'constraint definition': '*',
  'constraint validated': true,
  'constraint deferrable': 'no',
  'constraint index': '*',
  'index definition': '*',
  'index valid': true,
}
