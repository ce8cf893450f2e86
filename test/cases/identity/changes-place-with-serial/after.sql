create table public.t (a integer generated always as identity, b bigint not null, c serial, d smallserial);
