import { standIn } from '../../model/secret-option.ts'
import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'

/**
 * Which options may be secret by what they are of: nearly all of a user mapping, else those that sound so. Tables and
 * columns have keys that are none: `key 'true'`, `key_column 'id'`.
 */
type Holder = 'user mapping' | 'other' | 'table'

/** The names that sound like secrets. */
const sounds: Readonly<Record<Holder, string>> = {
  'user mapping': '',
  other: '(pass|pwd|secret|token|credential|key)',
  table: '(pass|pwd|secret|token|credential|(api|access|private|secret)_?key)',
}

/** Options that are no secrets whatever they sound like: names of users, and what is yes or no. */
const harmless = ['user', 'username', 'password_required', 'use_scram_passthrough']

/** The options as records, sorted: `name` as SQL spells it, and `value`, which is null for a secret. */
export function optionsOf(list: SQLQuery, holder: Holder): SQLQuery {
  return sql`(
    select coalesce(
      pg_catalog.json_agg(
        pg_catalog.json_build_object(
          'name', ${name},
          'value', case when not ${isSecret(holder)} then coalesce(x.option_value, '') end
        )
        order by x.option_name collate "C"
      ),
      '[]'
    )
    from pg_catalog.pg_options_to_table(${list}) as x
  )`
}

/**
 * What is secret among the options as records, sorted: `name`, and `digest`, a part of a hash of what it is of, its name
 * and its value; null for the stand-in. No secret leaves the server.
 */
export function secretsOf(list: SQLQuery, holder: Holder, id: SQLQuery): SQLQuery {
  return sql`(
    select coalesce(
      pg_catalog.json_agg(
        pg_catalog.json_build_object(
          'name', ${name},
          'digest', case
            when x.option_value is distinct from ${standIn}::text then pg_catalog.left(
              pg_catalog.encode(
                pg_catalog.sha256(
                  pg_catalog.convert_to(pg_catalog.concat(${id}, ' ', x.option_name, ' ', x.option_value), 'UTF8')
                ),
                'hex'
              ),
              16
            )
          end
        )
        order by x.option_name collate "C"
      ),
      '[]'
    )
    from pg_catalog.pg_options_to_table(${list}) as x
    where ${isSecret(holder)}
  )`
}

/** The name of a function by its oid, with its schema; null where it is none. */
export function functionName(oid: SQLQuery): SQLQuery {
  return sql`(
    select pg_catalog.format('%I.%I', pn.nspname, p.proname)
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as pn on pn.oid = p.pronamespace
    where p.oid = ${oid}
  )`
}

/** Keywords need no quotes here. */
const name = sql`
  case when x.option_name ~ '^[a-z_][a-z0-9_]*$' then x.option_name else pg_catalog.quote_ident(x.option_name) end
`

/** By its name, or by a value with a password in it: a URL, or a connection's text; and what stands in for one. */
function isSecret(holder: Holder): SQLQuery {
  return sql`(
    (x.option_name <> all(${harmless}::text[]) and x.option_name ~* ${sounds[holder]}::text)
    or coalesce(x.option_value, '') = ${standIn}::text
    or coalesce(x.option_value, '') ~* '://[^/@]*:[^@]*@|(password|passwd|pwd|secret|token|key)[[:space:]]*='
  )`
}
