create table public.o (a integer, c serial);
create table public.t (a serial, b bigserial, c smallserial);
