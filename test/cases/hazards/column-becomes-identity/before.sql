-- The identity goes on from the rows: nothing is said to be renumbered.
create table public.t (id bigint primary key, a integer);
