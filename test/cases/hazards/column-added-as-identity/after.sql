create table public.t (a integer, id bigint not null generated always as identity);
