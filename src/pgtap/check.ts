import { commentLine } from '../sql/comment-line.ts'
import { quoteLiteral } from '../sql/quote.ts'

/** One test of pgTAP: an expression, what it should be, and what that says. */
export interface Check {
  readonly have: string
  readonly want: string
  readonly says: string
}

/** A part of a file: what is prepared, and the checks that follow. */
export interface Section {
  /** What it is about: a comment above it. */
  readonly title: string
  readonly setup: readonly string[]
  readonly checks: readonly Check[]
}

/** A file of tests for pg_prove, which changes nothing: its transaction is rolled back. */
export function renderTestFile(
  about: string,
  {
    helpers,
    sections,
  }: { readonly helpers: readonly string[]; readonly sections: readonly Section[] },
): string {
  const count = sections.reduce((sum, { checks }) => sum + checks.length, 0)
  return [
    `-- Written by npm run pgtap, from the schema files. ${about}`,
    '-- As postgres, with pgTAP in the schema extensions: supabase test db, or pg_prove with a URL.',
    'begin;',
    'set local search_path = public, extensions;',
    ...helpers.map((text) => text.trim()),
    `select plan(${String(count)});`,
    ...sections.map(renderSection),
    'select * from finish();',
    'rollback;',
    '',
  ].join('\n\n')
}

/** A section without what is around it. */
export function renderSection({ title, setup, checks }: Section): string {
  return [commentLine(title), ...setup, ...checks.map(renderCheck)].join('\n')
}

function renderCheck({ have, want, says }: Check): string {
  return `select is(\n  ${have},\n  ${want},\n  ${quoteLiteral(says)}\n);`
}

/** A list of names as an array of texts. */
export function arrayOf(names: readonly string[]): string {
  return names.length === 0 ? "'{}'::text[]" : `array[${names.map(quoteLiteral).join(', ')}]`
}
