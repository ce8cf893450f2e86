create table public.t (a serial, b bigserial, c integer generated always as identity, d integer);
