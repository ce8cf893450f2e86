-- No column needs a toast table: PostgreSQL would pass over an option of one.
create table public.t (a integer, b integer);
create table public.u (a integer);
