import { sql } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import type { Rule } from './rule-files.ts'

/** What a rule's query answers of each object that it looks at. */
export interface RuleRow {
  /** The object's kind, its schema, its name, and the name of the part that it is about: not quoted. */
  readonly kind: string
  readonly schema: string
  readonly name: string
  readonly part: string | null
  /** The object as people write it. */
  readonly object: string
  /** What is added to the rule's sentence. */
  readonly detail: string | null
  /** Whether the rule has something to say of it. */
  readonly found: boolean | null
}

/** What a rule saw. */
export interface RuleAnswer {
  readonly rule: Rule
  /** How many objects it looked at. */
  readonly lookedAt: number
  readonly found: readonly RuleRow[]
}

/** The schemas that are the project's, and those of them that an API shows to everybody. */
export interface LintScope {
  readonly schemas: readonly string[]
  readonly exposed: readonly string[]
}

/** Asks a database all questions in one transaction that cannot write. */
export async function askCatalog(
  db: Queryable,
  rules: readonly Rule[],
  scope: LintScope,
): Promise<RuleAnswer[]> {
  return db.tx(async (tx) => {
    await tx.query(sql`set transaction read only`)
    await setScope(tx, scope)
    const answers: RuleAnswer[] = []
    for (const rule of rules) answers.push(await askRule(tx, rule))
    return answers
  })
}

/** Asks one question, in a transaction whose scope is set. */
export async function askRule(tx: Transaction, rule: Rule): Promise<RuleAnswer> {
  const rows: readonly RuleRow[] = await tx.query(sql.__dangerous__rawValue(rule.text))
  return { rule, lookedAt: rows.length, found: rows.filter(({ found }) => found === true) }
}

/**
 * Sets the schemas that the queries of a transaction are about. The project's are the search_path; the exposed ones
 * are in `lint.exposed`, an array of names.
 */
export async function setScope(tx: Transaction, { schemas, exposed }: LintScope): Promise<void> {
  await tx.query(sql`
    select
      pg_catalog.set_config(
        'search_path',
        (select pg_catalog.string_agg(pg_catalog.quote_ident(s.name), ', ') from unnest(${schemas}::text[]) as s (name)),
        true
      ),
      pg_catalog.set_config('lint.exposed', ${exposed}::text[]::text, true)
  `)
}
