/** Schema files that no order of kinds can load one after the other: each needs what comes later. */
export const tangledSchema: Readonly<Record<string, string>> = {
  'schemas/private.sql': `
    create schema private;
    grant usage on schema private to authenticated;
    comment on schema private is 'Inside.';
  `,
  'default-privileges/private.sql': `
    alter default privileges in schema private grant select on tables to service_role;
  `,
  // A domain's check calls a function that takes an enum.
  'types/color.sql': `
    create type public.color as enum ('red', 'blue');
    comment on type public.color is 'A color.';
  `,
  'types/bright.sql': `
    create domain public.bright as public.color check (private.is_bright(value));
  `,
  'types/labelled.sql': `
    create type public.labelled as (node public.nodes, label text);
    comment on column public.labelled.label is 'What it is called.';
  `,
  'types/node_span.sql': `
    create type public.node_span as range (subtype = integer, subtype_diff = private.distance);
  `,
  'functions/private.is_bright.sql': `
    create function private.is_bright(color public.color) returns boolean language sql immutable
    as 'select color = ''red''';
  `,
  'functions/private.distance.sql': `
    create function private.distance(a integer, b integer) returns double precision
    language sql immutable return a - b;
  `,
  'functions/private.length_of.sql': `
    create function private.length_of(text) returns integer language sql immutable
    as 'select length($1)';
  `,
  // Two tables that refer to each other, one of them with a generated column that calls a function.
  'tables/nodes.sql': `
    create table public.nodes (
      id integer primary key default pg_catalog.nextval('public.counter'),
      name text not null,
      name_length integer generated always as (private.length_of(name)) stored, -- by a function
      shade public.bright,
      first_edge integer constraint nodes_first_edge_fkey references public.edges (id) deferrable,
      parent integer references public.nodes on delete set null
    );
    alter table public.nodes enable row level security;
    create index nodes_first_edge_idx on public.nodes (first_edge) where private.length_of(name) > 3;
    create statistics public.nodes_stat on id, first_edge from public.nodes;
    comment on table public.nodes is 'Nodes.';
    comment on index public.nodes_first_edge_idx is 'For the key.';
    comment on statistics public.nodes_stat is 'They go together.'
    -- the file ends in a comment, without semicolon`,
  'tables/edges.sql': `
    create table public.edges (
      id integer generated always as identity primary key,
      tail integer not null,
      head integer not null default private.any_node(),
      span public.node_span,
      constraint edges_tail_fkey foreign key (tail) references public.nodes (id),
      constraint edges_head_fkey foreign key (head) references public.nodes (id)
    );
    alter table public.edges enable row level security;
  `,
  'tables/events.sql': `
    create table public.events (at timestamptz, node integer references public.nodes) partition by range (at);
  `,
  // Sorted by name, the partition comes before its parent.
  'tables/early_events.sql': `
    create table public.early_events partition of public.events for values from (minvalue) to ('2020-01-01');
  `,
  'sequences/counter.sql': `
    alter sequence public.counter owned by public.nodes.id;
    create sequence public.counter;
  `,
  // A default calls a function whose body reads the table that the other one refers to.
  'functions/private.any_node.sql': `
    create function private.any_node() returns integer language sql
    begin atomic
      select min(id) from public.nodes;
    end;
  `,
  'functions/nodes_of.sql': `
    create function public.nodes_of(edge public.edges) returns setof public.nodes language sql stable
    as 'select * from public.nodes where id in (edge.tail, edge.head)';
    revoke execute on function public.nodes_of(public.edges) from public, anon;
    grant execute on function public.nodes_of(public.edges) to authenticated;
    comment on function public.nodes_of(public.edges) is 'Both ends.';
  `,
  'functions/tally.sql': `
    create function public.tally() returns bigint language sql
    begin atomic
      select count(*) from public.busy_nodes;
    end;
  `,
  'functions/private.stamp.sql': `
    create function private.stamp() returns trigger language plpgsql
    as 'begin new.name := new.name || public.tally(); return new; end';
  `,
  // A chain of views against the order of their names, on a function that returns a table's rows.
  'views/all_busy.sql': `
    create view public.all_busy as select * from public.busy_nodes union all select * from public.busy_nodes;
    grant select on public.all_busy to authenticated;
  `,
  'views/busy_nodes.sql': `
    create view public.busy_nodes as select n.id from public.edges as e, public.nodes_of(e) as n;
  `,
  'views/summary.sql': `
    create materialized view public.summary as select count(*) as n from public.all_busy;
    create unique index summary_idx on public.summary (n);
    comment on materialized view public.summary is 'How many.';
  `,
  'triggers/nodes.sql': `
    create trigger stamp before insert on public.nodes for each row
      when (new.shade is null) execute function private.stamp();
    alter table public.nodes disable trigger stamp;
    comment on trigger stamp on public.nodes is 'Off.';
  `,
  'policies/nodes.sql': `
    revoke all on table public.nodes from anon, authenticated, service_role;
    revoke all on sequence public.counter from anon, authenticated, service_role;
    grant select on table public.nodes to authenticated;
    create policy select_all on public.nodes for select to authenticated
      using (public.tally() > 0 and exists (select from public.edges where edges.tail = nodes.id));
    comment on policy select_all on public.nodes is 'All that have edges.';
  `,
  'policies/edges.sql': `
    revoke all on table public.edges from anon, authenticated, service_role;
    revoke all on sequence public.edges_id_seq from anon, authenticated, service_role;
  `,
  'publications/live.sql': `
    create publication live for table public.nodes (id, name) where (id > 0);
    alter publication live add table public.edges;
    comment on publication live is 'What is watched.';
  `,
}
