import { columnTypes } from './world.ts'
import type { Column, OwnType, Part, Routine, Table, World } from './world.ts'

/** The statements that make a world, each object after what it needs. */
export function renderWorld(world: World): string {
  const render = (part: Part): string => renderPart(part, world)
  const partsOf = (...kinds: readonly Part['kind'][]): string[] =>
    world.parts.filter(({ kind }) => kinds.includes(kind)).map(render)
  const routines = (...kinds: readonly Routine['kind'][]): string[] =>
    world.routines
      .filter(({ kind }) => kinds.includes(kind))
      .map((each) => renderRoutine(each, world))
  return [
    ...world.types.map(renderType),
    ...world.sequences.map(
      ({ name, increment }) => `create sequence public.${name} increment by ${String(increment)};`,
    ),
    ...routines('trigger', 'plain'),
    ...world.tables.flatMap((table) => renderTable(table, world)),
    ...partsOf('check', 'unique', 'index'),
    ...partsOf('key'),
    ...routines('rows'),
    ...partsOf('view', 'trigger', 'policy', 'grant', 'comment'),
    '',
  ].join('\n')
}

function renderType(type: OwnType): string {
  if (type.kind === 'enum')
    return `create type public.${type.name} as enum (${type.labels.map((label) => `'${label}'`).join(', ')});`
  const { name, base, limit } = type
  return `create domain public.${name} as ${base} check (length(value::text) < ${String(limit)});`
}

function renderTable({ name, columns, partitions, rowSecurity }: Table, world: World): string[] {
  const [key] = columns
  const lines = [
    ...columns.map((column) => `  ${renderColumn(column, world)}`),
    ...(key === undefined ? [] : [`  constraint ${name}_pkey primary key (${key.name})`]),
  ]
  const by = partitions === undefined || key === undefined ? '' : ` partition by hash (${key.name})`
  return [
    `create table public.${name} (\n${lines.join(',\n')}\n)${by};`,
    ...Array.from({ length: partitions ?? 0 }, (_, at) => {
      const rest = `for values with (modulus ${String(partitions)}, remainder ${String(at)})`
      return `create table public.${name}_${String(at)} partition of public.${name} ${rest};`
    }),
    ...(rowSecurity ? [`alter table public.${name} enable row level security;`] : []),
  ]
}

function renderColumn({ name, type, notNull, hasDefault }: Column, world: World): string {
  const usual = hasDefault ? ` default ${valueOf(type, world)}` : ''
  return `${name} ${spelled(type, world)}${notNull ? ' not null' : ''}${usual}`
}

/** A column that refers to a table has the type of its key. */
function spelled(type: string, { tables }: World): string {
  if (!type.startsWith('ref:')) return type in columnTypes ? type : `public.${type}`
  return tables.find(({ name }) => `ref:${name}` === type)?.columns[0]?.type ?? 'integer'
}

/** A value of a type, as a literal of it. */
function valueOf(type: string, { types }: World): string {
  const own = types.find(({ name }) => name === type)
  if (own === undefined) return columnTypes[type] ?? 'null'
  return own.kind === 'enum' ? `'${own.labels[0] ?? ''}'` : (columnTypes[own.base] ?? 'null')
}

/** Types of which the text is always the same, so that an index may have it. */
const steady: ReadonlySet<string> = new Set([
  'integer',
  'bigint',
  'numeric(10,2)',
  'text',
  'varchar(40)',
  'uuid',
])

function conditionOn([column = '']: readonly string[]): string {
  return `${column}::text <> ''`
}

function renderRoutine(routine: Routine, { tables }: World): string {
  const { name } = routine
  if (routine.kind === 'trigger')
    return `create function public.${name}() returns trigger language plpgsql as $$ begin perform ${String(routine.body)}; return new; end $$;`
  if (routine.kind === 'plain') return renderPlain(routine)
  const key = tables.find((each) => each.name === routine.table)?.columns[0]?.name ?? ''
  const query = `select count(${key}) from public.${routine.table}`
  const body = routine.isAtomic ? `begin atomic ${query}; end` : `as $$ ${query} $$`
  return `create function public.${name}() returns bigint language sql stable ${body};`
}

function renderPlain(routine: Extract<Routine, { readonly kind: 'plain' }>): string {
  const { name, body: added, hasDefault, language } = routine
  const usual = hasDefault ? ` default ${String(added)}` : ''
  const sum = `n + ${String(added)}`
  const body = language === 'sql' ? `select ${sum}` : `begin return ${sum}; end`
  return `create function public.${name}(n integer${usual}) returns integer language ${language} immutable as $$ ${body} $$;`
}

function renderPart(part: Part, { tables }: World): string {
  return renderers[part.kind](part, tables)
}

type Renderer = (part: Part, tables: readonly Table[]) => string

const renderers: Readonly<Record<Part['kind'], Renderer>> = {
  key: ({ name, table, columns, other = '', option }, tables) => {
    const key = tables.find((each) => each.name === other)?.columns[0]?.name ?? ''
    return `alter table public.${table} add constraint ${name} foreign key (${columns.join()}) references public.${other} (${key})${option};`
  },
  check: ({ name, table, columns }) =>
    `alter table public.${table} add constraint ${name} check (${conditionOn(columns)});`,
  unique: ({ name, table, columns: [column = ''] }, tables) =>
    `alter table public.${table} add constraint ${name} unique (${uniqueColumns(table, column, tables)});`,
  index: ({ name, table, columns: [column = ''], option }, tables) => {
    const found = tables.find((each) => each.name === table)
    const type = found?.columns.find((each) => each.name === column)?.type ?? ''
    const isExpression = option.includes('expression') && steady.has(type)
    const where = option.includes('partial') ? ` where ${column} is not null` : ''
    return `create index ${name} on public.${table} (${isExpression ? `(length(${column}::text))` : column})${where};`
  },
  view: ({ name, table, columns, other }) => {
    const calls = other === undefined ? [] : [`public.${other}(1) as called`]
    return `create view public.${name} as select ${[...columns, ...calls].join(', ')} from public.${table};`
  },
  trigger: ({ name, table, columns, other = '' }) => {
    const of = columns.length === 0 ? '' : ` of ${columns.join(', ')}`
    return `create trigger ${name} before update${of} on public.${table} for each row execute function public.${other}();`
  },
  policy: ({ name, table, columns, other, option }) => {
    const called = other === undefined ? '' : ` and public.${other}(1) > 0`
    return `create policy ${name} on public.${table} for ${option} using (${conditionOn(columns)}${called});`
  },
  grant: ({ table, columns, option }) => {
    const [privilege = '', role = ''] = option.split(' to ')
    const of = columns.length === 0 ? '' : ` (${columns.join()})`
    return `grant ${privilege}${of} on public.${table} to ${role};`
  },
  comment: ({ table, columns: [column], option }) => {
    const what = column === undefined ? `table public.${table}` : `column public.${table}.${column}`
    return `comment on ${what} is '${option}';`
  },
}

/** A unique constraint of a partitioned table has the column by which it is partitioned. */
function uniqueColumns(table: string, column: string, tables: readonly Table[]): string {
  const found = tables.find(({ name }) => name === table)
  const key = found?.partitions === undefined ? undefined : found.columns[0]?.name
  return key === undefined || key === column ? column : `${key}, ${column}`
}
