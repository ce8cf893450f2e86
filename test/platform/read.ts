import { sql } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../src/postgres/connect.ts'

/**
 * What a migration may rely on, as the catalog tells it: the stand-in's, or a real project's. Lists are ordered.
 * Rights are said as "role: right, right"; a star marks a right that the role may pass on; an owner's own are left out.
 */
export interface Platform {
  readonly roles: readonly Role[]
  readonly memberships: readonly Membership[]
  readonly schemas: readonly Schema[]
  readonly users: Users
  readonly messages: Messages
  readonly functions: readonly PlatformFunction[]
  readonly publication: Publication
  readonly defaultPrivileges: readonly DefaultPrivilege[]
}

export interface Role {
  readonly name: string
  /** `superuser` stands alone: it includes the rest. */
  readonly attributes: readonly string[]
  /** Search paths and timeouts: what changes how a migration or a request runs. */
  readonly settings: readonly string[]
}

export interface Membership {
  readonly role: string
  readonly member: string
  /** Whether the member may grant the role; always false before version 16. */
  readonly admin: boolean
}

export interface Schema {
  readonly name: string
  readonly owner: string
  readonly rights: readonly string[]
}

/** The table auth.users. */
interface Users {
  readonly owner: string
  readonly rowSecurity: boolean
  readonly policies: number
  readonly rights: readonly string[]
  readonly columns: readonly Column[]
  /** Keys and checks by name, without the conditions of not null. */
  readonly constraints: readonly Definition[]
  readonly emailIndex: string
}

export interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  /** The default's or the generated column's expression without a cast at its end. */
  readonly expression: string | null
}

interface Definition {
  readonly name: string
  readonly definition: string
}

/** The table realtime.messages, without the partitions of its days. */
interface Messages {
  readonly owner: string
  readonly rowSecurity: boolean
  readonly policies: number
  readonly rights: readonly string[]
  readonly columns: readonly Column[]
  readonly key: string
  readonly partitionedBy: string
}

/** A function of the schemas auth and realtime. */
interface PlatformFunction {
  readonly name: string
  readonly result: string
  readonly language: string
  readonly volatility: string
  readonly definer: boolean
  readonly settings: readonly string[] | null
  readonly owner: string
  readonly everybody: boolean
}

/** The publication supabase_realtime, without its members. */
interface Publication {
  readonly owner: string
  readonly allTables: boolean
  readonly insert: boolean
  readonly update: boolean
  readonly delete: boolean
  readonly truncate: boolean
}

/** What an object that `maker` makes in public grants by itself. */
export interface DefaultPrivilege {
  readonly maker: string
  readonly objects: string
  readonly rights: readonly string[]
}

/** Reads it. Needs no right but to look into the catalog: any role may ask. */
export async function readPlatform(db: Queryable): Promise<Platform> {
  return {
    roles: await db.query(roles),
    memberships: await db.query(memberships),
    schemas: await db.query(schemas),
    users: await readUsers(db),
    messages: await readMessages(db),
    functions: await db.query(functions),
    publication: (await db.query(publication))[0],
    defaultPrivileges: await db.query(defaultPrivileges),
  }
}

async function readUsers(db: Queryable): Promise<Users> {
  const [table] = await db.query(users)
  return {
    ...table,
    columns: await db.query(columnsOf('auth.users')),
    constraints: await db.query(constraints),
  }
}

async function readMessages(db: Queryable): Promise<Messages> {
  const [table] = await db.query(messages)
  return { ...table, columns: await db.query(columnsOf('realtime.messages')) }
}

/** Whom a migration meets; the dashboard, the pooler and similar are Supabase's own affair. */
const grantees = ['anon', 'authenticated', 'postgres', 'service_role', 'supabase_auth_admin']

/** The rights of an access list as texts. */
function rightsOf(acl: SQLQuery, owner: SQLQuery): SQLQuery {
  return sql`array(
    select
      g.grantee || ': ' || string_agg(distinct g.right, ', ' order by g.right)
    from (
      select
        coalesce(r.rolname, 'public') as grantee,
        lower(a.privilege_type) || case when a.is_grantable then '*' else '' end as right
      from pg_catalog.aclexplode(${acl}) as a
      left join pg_catalog.pg_roles as r on r.oid = a.grantee
      where
        a.grantee <> ${owner}
        and (a.grantee = 0 or r.rolname = any(${grantees}))
    ) as g
    group by g.grantee
    order by g.grantee
  )`
}

const roleNames = [
  'supabase_admin',
  'postgres',
  'anon',
  'authenticated',
  'service_role',
  'authenticator',
  'supabase_auth_admin',
  'supabase_storage_admin',
  'supabase_functions_admin',
  'supabase_realtime_admin',
  'supabase_replication_admin',
  'supabase_etl_admin',
  'supabase_read_only_user',
  'dashboard_user',
  'pgbouncer',
]

const roles = sql`
  select
    r.rolname as name,
    case
      when r.rolsuper then array['superuser']
      else pg_catalog.array_remove(
        array[
          case when r.rolcanlogin then 'login' end,
          case when r.rolinherit then 'inherit' end,
          case when r.rolcreatedb then 'createdb' end,
          case when r.rolcreaterole then 'createrole' end,
          case when r.rolreplication then 'replication' end,
          case when r.rolbypassrls then 'bypassrls' end
        ],
        null
      )
    end as attributes,
    array(
      select c.setting
      from unnest(r.rolconfig) as c (setting)
      where c.setting ~ '^(search_path|[a-z_]+_timeout)='
      order by c.setting
    ) as settings
  from pg_catalog.pg_roles as r
  where r.rolname = any(${roleNames})
  order by pg_catalog.array_position(${roleNames}::text[], r.rolname::text)
`

const memberships = sql`
  select
    role.rolname as role,
    member.rolname as member,
    bool_or(m.admin_option) as admin
  from pg_catalog.pg_auth_members as m
  join pg_catalog.pg_roles as role on role.oid = m.roleid
  join pg_catalog.pg_roles as member on member.oid = m.member
  where member.rolname in ('authenticator', 'postgres')
  group by role.rolname, member.rolname
  order by member.rolname, role.rolname
`

const schemas = sql`
  select
    n.nspname as name,
    o.rolname as owner,
    ${rightsOf(sql`n.nspacl`, sql`n.nspowner`)} as rights
  from pg_catalog.pg_namespace as n
  join pg_catalog.pg_roles as o on o.oid = n.nspowner
  where n.nspname in ('public', 'extensions', 'auth', 'storage', 'realtime', 'vault', 'graphql_public')
  order by n.nspname
`

const users = sql`
  select
    o.rolname as owner,
    c.relrowsecurity as "rowSecurity",
    (select count(*) from pg_catalog.pg_policy as p where p.polrelid = c.oid) as policies,
    ${rightsOf(sql`c.relacl`, sql`c.relowner`)} as rights,
    pg_catalog.pg_get_indexdef('auth.users_email_partial_key'::regclass) as "emailIndex"
  from pg_catalog.pg_class as c
  join pg_catalog.pg_roles as o on o.oid = c.relowner
  where c.oid = 'auth.users'::regclass
`

const messages = sql`
  select
    o.rolname as owner,
    c.relrowsecurity as "rowSecurity",
    (select count(*) from pg_catalog.pg_policy as p where p.polrelid = c.oid) as policies,
    ${rightsOf(sql`c.relacl`, sql`c.relowner`)} as rights,
    (
      select pg_catalog.pg_get_constraintdef(k.oid)
      from pg_catalog.pg_constraint as k
      where k.conrelid = c.oid and k.contype = 'p'
    ) as key,
    pg_catalog.pg_get_partkeydef(c.oid) as "partitionedBy"
  from pg_catalog.pg_class as c
  join pg_catalog.pg_roles as o on o.oid = c.relowner
  where c.oid = 'realtime.messages'::regclass
`

const columnsOf = (table: string): SQLQuery => sql`
  select
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable,
    nullif(
      pg_catalog.regexp_replace(pg_catalog.pg_get_expr(d.adbin, d.adrelid), '::[a-z ]+$', ''),
      'NULL'
    ) as expression
  from pg_catalog.pg_attribute as a
  left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where
    a.attrelid = (${table})::regclass
    and a.attnum > 0
    and not a.attisdropped
  order by a.attnum
`

const constraints = sql`
  select
    c.conname as name,
    pg_catalog.pg_get_constraintdef(c.oid) as definition
  from pg_catalog.pg_constraint as c
  where
    c.conrelid = 'auth.users'::regclass
    and c.contype in ('c', 'p', 'u')
  order by c.conname
`

const functions = sql`
  select
    pg_catalog.format('%s.%s(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as name,
    pg_catalog.pg_get_function_result(p.oid) as result,
    l.lanname as language,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    p.prosecdef as definer,
    p.proconfig as settings,
    o.rolname as owner,
    pg_catalog.has_function_privilege('public', p.oid, 'execute') as everybody
  from pg_catalog.pg_proc as p
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  join pg_catalog.pg_language as l on l.oid = p.prolang
  join pg_catalog.pg_roles as o on o.oid = p.proowner
  where
    (n.nspname = 'auth' and p.proname in ('uid', 'role', 'email', 'jwt'))
    or (n.nspname = 'realtime' and p.proname in ('topic', 'send', 'broadcast_changes'))
  order by n.nspname, p.proname
`

const publication = sql`
  select
    o.rolname as owner,
    p.puballtables as "allTables",
    p.pubinsert as insert,
    p.pubupdate as update,
    p.pubdelete as delete,
    p.pubtruncate as truncate
  from pg_catalog.pg_publication as p
  join pg_catalog.pg_roles as o on o.oid = p.pubowner
  where p.pubname = 'supabase_realtime'
`

const defaultPrivileges = sql`
  select
    o.rolname as maker,
    case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' end as objects,
    ${rightsOf(sql`d.defaclacl`, sql`d.defaclrole`)} as rights
  from pg_catalog.pg_default_acl as d
  join pg_catalog.pg_roles as o on o.oid = d.defaclrole
  where
    d.defaclnamespace = 'public'::regnamespace
    and o.rolname in ('postgres', 'supabase_admin')
    and d.defaclobjtype in ('r', 'S', 'f')
  order by maker, objects
`
