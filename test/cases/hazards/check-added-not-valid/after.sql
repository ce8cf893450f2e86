create table public.t (a integer);
alter table public.t add constraint positive check (a > 0) not valid;
