create table public.t (id bigint primary key generated always as identity, a integer);
