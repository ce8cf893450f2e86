import type { CatalogColumn } from './catalog-columns.ts'

/** What a text that nobody is to read begins with. */
export const hiddenMark = 'hidden '

/** What plans write for a secret, as a value of an option: it means any value (src/model/secret-option.ts). */
const standIn = '(fill in)'

/** The SQL that prints a column of a row `t` so that nobody can read it: options each, so that one may be a stand-in. */
export function hidden({ name, type }: CatalogColumn): string {
  const column = `t.${name}`
  if (type !== 'text[]')
    return `'${hiddenMark}' || ${digest("'value'")} || ':' || case
      when pg_catalog.strpos((${column})::text, '${standIn}') = 0 then ${digest(`(${column})::text`)}
      else '?'
    end`
  return `case when ${column} is not null then '${hiddenMark}' || (
    select pg_catalog.string_agg(
      ${digest('x.option_name')} || ':' || case
        when x.option_value is distinct from '${standIn}' then ${digest("coalesce(x.option_value, '')")}
        else '?'
      end,
      ' ' order by x.option_name collate pg_catalog."C"
    )
    from pg_catalog.pg_options_to_table(${column}) as x
  ) end`
}

/** Whether two such texts say the same, as far as neither has a stand-in. */
export function isSameHidden(left: string, right: string): boolean {
  if (!left.startsWith(hiddenMark) || !right.startsWith(hiddenMark)) return false
  const [ours, others] = [left, right].map((text) => text.slice(hiddenMark.length).split(' '))
  if (ours === undefined || others === undefined || ours.length !== others.length) return false
  return ours.every((option, at) => isSameOption(option, others[at] ?? ''))
}

function isSameOption(left: string, right: string): boolean {
  if (left === right) return true
  const [[name, value], [otherName, otherValue]] = [left.split(':'), right.split(':')]
  return name === otherName && (value === '?' || otherValue === '?')
}

/** The SQL of a text's SHA-256, in hex. */
export function digest(text: string): string {
  return `pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${text}, 'UTF8')), 'hex')`
}
